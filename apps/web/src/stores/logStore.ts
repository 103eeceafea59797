import type { LogEntry } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Entries beyond this are dropped, oldest first. */
const KEPT = 5000;

/** An entry with its place in all that this page heard of, counted from 1. */
export interface NumberedEntry extends LogEntry {
	readonly number: number;
}

interface LogState {
	/** Oldest first, numbered without a hole. */
	readonly entries: readonly NumberedEntry[];
}

/** Commands that anybody ran through this bridge, with their results. */
export const logStore = createStore<LogState>()(() => ({ entries: [] }));

/** Takes in one entry. */
export function addLogEntry(entry: LogEntry): void {
	logStore.setState(({ entries }) => {
		const number = (entries.at(-1)?.number ?? 0) + 1;
		return { entries: [...entries.slice(-(KEPT - 1)), { ...entry, number }] };
	});
}

/** The log, oldest first. */
export function useLog(): readonly NumberedEntry[] {
	return useStore(logStore, (state) => state.entries);
}
