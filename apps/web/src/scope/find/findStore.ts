import type { Match, Search } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";

/** What is searched for. */
export interface FindQuery {
	readonly search: Search;
	/** What it seeks, in words: `pulse under 12 µs on Fan PWM`. */
	readonly words: string;
}

/** What has been found so far. Times in µs of the capture. */
export interface FindResult {
	/** Rank of the oldest match that is kept. */
	readonly first: number;
	readonly count: number;
	readonly isComplete: boolean;
	/** Which parts of [from, to) have a match: 1 or 0 each. */
	readonly columns: Uint8Array;
	readonly from: number;
	readonly to: number;
}

interface FindState {
	/** What stands in the field. */
	readonly text: string;
	readonly query: FindQuery | undefined;
	readonly result: FindResult | undefined;
	/** The match gone to last. */
	readonly current: Match | undefined;
	/** The capture did not answer. */
	readonly failed: boolean;
	/** What is told to those who do not see the screen. */
	readonly announcement: string;
}

/** The search of the scope. */
export const findStore = createStore<FindState>()(() => ({
	text: "",
	query: undefined,
	result: undefined,
	current: undefined,
	failed: false,
	announcement: "",
}));

/** Searches for something else, or for nothing. */
export function setQuery(query: FindQuery | undefined): void {
	const before = findStore.getState().query;
	if (JSON.stringify(before) === JSON.stringify(query)) return;
	findStore.setState({ query, result: undefined, current: undefined, failed: false, announcement: "" });
}

/** Empties the field and forgets what was found. */
export function clearSearch(): void {
	findStore.setState({ text: "" });
	setQuery(undefined);
}
