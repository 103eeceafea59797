import { type LogEntry, parsePigs } from "@gpioscope/protocol";
import { isPinCommand, type PinCall } from "../model/pinCall.ts";
import { type Watches, watchesOfCall } from "../model/watches.ts";

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

const cache = new WeakMap<readonly LogEntry[], ReadonlyMap<number, Watches>>();

/** Filters and watchdogs that the log tells of, by GPIO. */
export function watchesOfLog(entries: readonly LogEntry[]): ReadonlyMap<number, Watches> {
	const known = cache.get(entries);
	if (known !== undefined) return known;
	const watches = new Map<number, Watches>();
	for (const entry of entries) {
		if (entry.error !== undefined || !/^(?:fg|fn|wdog)\s/i.test(entry.pigs)) continue;
		const call = callOf(entry);
		const told = call && watchesOfCall(call);
		if (told !== undefined) watches.set(told.gpio, { ...watches.get(told.gpio), ...told.watches });
	}
	cache.set(entries, watches);
	return watches;
}
