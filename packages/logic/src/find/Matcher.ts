import type { CaptureRun } from "../capture/runs.ts";

/** Takes what a matcher finds. */
export interface MatchSink {
	/**
	 * @param start where the match began; as `end` for an edge and for the start of a pattern
	 * @param end where it was recognised
	 * @param channel 0 to 31; -1 where it is one of several channels
	 */
	add(start: number, end: number, channel: number): void;
}

/** Where a matcher stands between two runs. */
export type MatcherState = unknown;

/**
 * Looks for one thing in the runs it is shown in time order. Its loops run over the columns themselves: a whole
 * capture of ten million changes is searched while a person waits.
 */
export interface Matcher {
	/** Runs without a chunk have no changes, but tell what is known. */
	scan(run: CaptureRun, matches: MatchSink): void;
	/** What `restore` needs to go on from here. */
	save(): MatcherState;
	restore(state: MatcherState): void;
}
