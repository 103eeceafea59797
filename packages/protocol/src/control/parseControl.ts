import * as z from "zod/mini";
import { reasonOf } from "../messages/reasonOf.ts";
import type { ControlErrorCode } from "./controlErrors.ts";
import { controlErrorCodes } from "./controlErrors.ts";
import { type ControlArgs, type ControlOperation, controlOperations } from "./controlOperations.ts";

/** An operation with its checked arguments. */
export type ControlCall = {
	readonly [N in ControlOperation]: { readonly op: N; readonly args: ControlArgs<N> };
}[ControlOperation];

/** Why a request was not understood. */
export interface ControlProblem {
	readonly code: Extract<ControlErrorCode, "malformed" | "unknownOperation">;
	readonly message: string;
}

/** Reads an operation: an object with `op` and its fields, `id` apart. Never throws. */
export function parseControl(value: unknown): ControlCall | ControlProblem {
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		return { code: "malformed", message: "This is no JSON object." };
	}
	const { op, ...fields } = value as Record<string, unknown>;
	if (typeof op !== "string") return { code: "malformed", message: "op: expected string." };
	if (!isOperation(op)) {
		return { code: "unknownOperation", message: `There is no operation "${op.slice(0, 40)}".` };
	}
	const parsed = z.safeParse(z.strictObject(controlOperations[op].params), fields);
	if (parsed.success) return { op, args: parsed.data } as ControlCall;
	const issue = parsed.error.issues[0];
	if (issue === undefined) return { code: "malformed", message: "The fields do not fit." };
	const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
	return { code: "malformed", message: `${where}${reasonOf(issue)}.` };
}

function isOperation(op: string): op is ControlOperation {
	return Object.hasOwn(controlOperations, op);
}

/** Why an operation failed. */
export const controlFailure = z.object({
	code: z.enum(controlErrorCodes),
	/** What is, in a sentence or several lines. */
	message: z.string(),
	/** What to do about it. */
	remedy: z.string(),
});
export type ControlFailure = z.infer<typeof controlFailure>;
