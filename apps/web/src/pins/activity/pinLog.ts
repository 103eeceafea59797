import { type LogEntry, parsePigs } from "@gpioscope/protocol";
import { isPinCommand, type PinCall } from "../../actions/pins/pinCall.ts";

/** One command about a GPIO, read back from the log. */
export interface PinChange {
	/** Its place in the log. */
	readonly place: number;
	readonly at: number;
	readonly session: string;
	readonly pigs: string;
	readonly failed: boolean;
	readonly call: PinCall;
}

function callOf(entry: LogEntry): PinCall | undefined {
	const parsed = parsePigs(entry.pigs);
	const only = Array.isArray(parsed) ? parsed[0] : undefined;
	if (only === undefined || !isPinCommand(only.name)) return undefined;
	return { command: only.name, args: only.args } as PinCall;
}

/** The newest commands about a GPIO, newest first. */
export function lastChanges(entries: readonly LogEntry[], gpio: number, count: number): readonly PinChange[] {
	const found: PinChange[] = [];
	const about = new RegExp(`^\\S+\\s+${gpio}(?:\\s|$)`);
	for (let index = entries.length - 1; index >= 0 && found.length < count; index--) {
		const entry = entries[index];
		if (entry === undefined || !about.test(entry.pigs)) continue;
		const call = callOf(entry);
		if (call === undefined) continue;
		const { at, session, pigs } = entry;
		found.push({ place: index, at, session, pigs, failed: entry.error !== undefined, call });
	}
	return found;
}
