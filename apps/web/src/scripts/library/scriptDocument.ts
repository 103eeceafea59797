import * as z from "zod/mini";

/** A script that is kept in the browser. */
export const scriptDocument = z.object({
	id: z.string(),
	name: z.string(),
	/** As it is written, with comments. */
	text: z.string(),
	/** What to run it with, p0 to p9, as it was typed; "" leaves a parameter as it is. */
	values: z.array(z.string()),
});
export type ScriptDocument = z.infer<typeof scriptDocument>;

/** Makes an id that no other script has. */
export function newScriptId(): string {
	return `${Date.now().toString(36)}${Math.floor(Math.random() * 0x1_0000_0000).toString(36)}`;
}
