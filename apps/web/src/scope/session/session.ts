import type { SessionPart } from "./SessionPart.ts";

/** What the format is called within our session files. */
const KIND = "gpioscope scope";

/** All parts as one value for a session file. */
export function readSession(parts: readonly SessionPart[]): Readonly<Record<string, unknown>> {
	const read = parts.flatMap((part) => {
		const value = part.read();
		return value === undefined ? [] : [[part.id, value] as const];
	});
	return { kind: KIND, ...Object.fromEntries(read) };
}

/**
 * Makes the parts hold that a session file brought along.
 *
 * @returns what was left out, one sentence each
 */
export function applySession(parts: readonly SessionPart[], session: unknown): readonly string[] {
	if (session === undefined || session === null) return [];
	if (typeof session !== "object" || !("kind" in session) || session.kind !== KIND)
		return ["How the capture was shown is written in a way that this gpioscope does not know."];
	const { kind: _kind, ...values } = session;
	const remarks: string[] = [];
	for (const [id, value] of Object.entries(values)) {
		const part = parts.find((one) => one.id === id);
		if (part === undefined) remarks.push(`This gpioscope does not know what "${id}" is.`);
		else if (!part.schema.safeParse(value).success)
			remarks.push(`The file is damaged where it says ${part.label}; these are left as they are.`);
	}
	// In the order of the table, not of the file: later ones build on earlier ones.
	for (const part of parts) {
		const parsed = part.schema.safeParse((values as Record<string, unknown>)[part.id]);
		if (parsed.success && part.id in values) part.apply(parsed.data);
	}
	return remarks;
}
