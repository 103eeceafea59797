import type { LogEntry } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Entries beyond this are dropped, oldest first. */
const KEPT = 2000;

interface LogState {
	/** Oldest first. */
	readonly entries: readonly LogEntry[];
}

/** Commands that anybody ran through this bridge, with their results. */
export const logStore = createStore<LogState>()(() => ({ entries: [] }));

/** Takes in one entry. */
export function addLogEntry(entry: LogEntry): void {
	logStore.setState(({ entries }) => ({ entries: [...entries.slice(-(KEPT - 1)), entry] }));
}

/** The log, oldest first. */
export function useLog(): readonly LogEntry[] {
	return useStore(logStore, (state) => state.entries);
}
