import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What of the log is shown. */
export interface LogFilter {
	/** Words that all stand in the command or its answer. */
	readonly text: string;
	/** Only of this session; of all when empty. */
	readonly session: string;
	readonly onlyErrors: boolean;
}

/** A stretch of the log, by the numbers of its entries: where it began and where it was drawn to. */
export interface LogSelection {
	readonly anchor: number;
	readonly head: number;
}

interface LogPanelState {
	readonly filter: LogFilter;
	readonly selection: LogSelection | undefined;
	/** A script waits as long as the person did. */
	readonly keepsPauses: boolean;
}

/** What the person chose about the log; the same in all views. */
export const logPanelStore = createStore<LogPanelState>()(() => ({
	filter: { text: "", session: "", onlyErrors: false },
	selection: undefined,
	keepsPauses: false,
}));

/** A part of it. */
export function useLogPanel<T>(select: (state: LogPanelState) => T): T {
	return useStore(logPanelStore, select);
}

/** Changes what is shown; what was selected may not be in it any more. */
export function filterLog(change: Partial<LogFilter>): void {
	logPanelStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, selection: undefined }));
}

/** Selects one entry, or with `extends` all from the one selected first. */
export function selectEntry(number: number, extend: boolean): void {
	logPanelStore.setState(({ selection }) => ({
		selection: { anchor: extend ? (selection?.anchor ?? number) : number, head: number },
	}));
}
