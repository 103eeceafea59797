import type { CaptureRun } from "../capture/runs.ts";
import type { Match } from "./Found.ts";
import type { MatchBatch } from "./MatchBatch.ts";

/** Where a matcher stands between two runs. */
export type MatcherState = unknown;

/**
 * Looks for one thing in the runs it is shown in time order. Its loops run over the columns themselves: a whole
 * capture of ten million changes is searched while a person waits.
 */
export interface Matcher {
	/**
	 * Fills an empty batch with what it finds in a run of at most MOST_SCANNED changes. Runs without a chunk have no
	 * changes, but tell what is known.
	 */
	scan(run: CaptureRun, into: MatchBatch): void;
	/** Says all of one of the matches of the latest scan. */
	matchOf(match: number, batch: MatchBatch, run: CaptureRun): Omit<Match, "rank">;
	/** What `restore` needs to go on from here. */
	save(): MatcherState;
	restore(state: MatcherState): void;
}
