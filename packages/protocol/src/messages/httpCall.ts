import * as z from "zod/mini";
import { reasonOf } from "./reasonOf.ts";

const httpCall = z.strictObject({
	/** The first one when left out. */
	target: z.optional(z.string().check(z.maxLength(64))),
	command: z.string().check(z.maxLength(64)),
	/** Bytes as {hex}. */
	args: z.optional(z.record(z.string(), z.unknown())),
});

/** The body of `POST /api/call`: one pigpiod command. The command table checks args. */
export type HttpCall = z.infer<typeof httpCall>;

/** Reads a body that was JSON: a call, or what is wrong with it in words. Never throws. */
export function parseHttpCall(body: unknown): HttpCall | { readonly problem: string } {
	const parsed = z.safeParse(httpCall, body);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
	return { problem: `${where}${issue === undefined ? "does not fit" : reasonOf(issue)}` };
}
