import type { LogEntry } from "@gpioscope/protocol";

/** Who stored a script and how it began, as far as this page heard. */
export interface ScriptOwner {
	readonly session: string;
	/** The beginning of its text. */
	readonly text: string;
}

const STORES = "proc ";

/** Who stored the script of a number, by the log: the last one that was given that number. */
export function ownerOf(id: number, log: readonly LogEntry[]): ScriptOwner | undefined {
	const entry = log.findLast(({ pigs, result }) => result === id && pigs.startsWith(STORES));
	return entry && { session: entry.session, text: entry.pigs.slice(STORES.length) };
}
