import * as z from "zod/mini";
import { type ClientMessage, clientMessage } from "./clientMessage.ts";
import { reasonOf } from "./reasonOf.ts";
import { type ServerMessage, serverMessage } from "./serverMessage.ts";

/** Why a text frame was not understood. The id is there when it could still be read. */
export interface Misread {
	readonly code: "malformed" | "unknownOperation";
	readonly message: string;
	readonly id?: number;
}

export type Parsed<M> =
	| { readonly ok: true; readonly message: M }
	| { readonly ok: false; readonly misread: Misread };

/** Reads a text frame from a page. Never throws. */
export const parseClientMessage = (text: string): Parsed<ClientMessage> =>
	parse(clientMessage, clientOps, text);

/** Reads a text frame from the bridge. Never throws. */
export const parseServerMessage = (text: string): Parsed<ServerMessage> =>
	parse(serverMessage, serverOps, text);

const clientOps = opsOf(clientMessage);
const serverOps = opsOf(serverMessage);

/** Every op of a page, in the order of the schema. */
export const clientOperations: readonly string[] = [...clientOps];
/** Every op of the bridge, in the order of the schema. */
export const serverOperations: readonly string[] = [...serverOps];

function opsOf(union: typeof clientMessage | typeof serverMessage): Set<string> {
	return new Set(union.def.options.map((option) => option.def.shape.op.def.values[0] as string));
}

function parse<M>(schema: z.ZodMiniType<M>, ops: Set<string>, text: string): Parsed<M> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, misread: { code: "malformed", message: "This is not JSON." } };
	}
	const result = z.safeParse(schema, value);
	if (result.success) return { ok: true, message: result.data };
	const { op, id } = headOf(value);
	const withId = id === undefined ? {} : { id };
	if (op !== undefined && !ops.has(op)) {
		return {
			ok: false,
			misread: {
				code: "unknownOperation",
				message: `There is no operation "${op.slice(0, 40)}".`,
				...withId,
			},
		};
	}
	return { ok: false, misread: { code: "malformed", message: firstIssue(result.error), ...withId } };
}

function headOf(value: unknown): { op?: string; id?: number } {
	if (typeof value !== "object" || value === null) return {};
	const op = "op" in value && typeof value.op === "string" ? { op: value.op } : {};
	const id = "id" in value && Number.isSafeInteger(value.id) ? { id: value.id as number } : {};
	return { ...op, ...id };
}

function firstIssue(error: z.core.$ZodError): string {
	const issue = error.issues[0];
	if (issue === undefined) return "The message does not fit the protocol.";
	const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
	return `${where}${reasonOf(issue)}.`;
}
