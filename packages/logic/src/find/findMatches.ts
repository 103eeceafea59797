import type { Capture } from "../capture/Capture.ts";
import { runsOf } from "../capture/runs.ts";
import { MatchList } from "./MatchList.ts";
import { matcherOf } from "./matcherOf.ts";
import { type ChangeSearch, channelsOf } from "./Search.ts";

/** How many matches have their times kept unless told otherwise. */
const KEPT = 2 ** 20;

/**
 * Everything in [from, to) that fits a search, in the order in which it was recognised. Where a channel is unknown
 * nothing is found on it, and a pulse that reaches into a gap is none. A pattern needs all its channels; one that
 * holds when they become known counts from there.
 */
export function findMatches(
	capture: Capture,
	search: ChangeSearch,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
	limit = KEPT,
): MatchList {
	const matches = new MatchList(limit);
	if (channelsOf(search) === 0) return matches;
	const matcher = matcherOf(search);
	for (const run of runsOf(capture, from, to)) matcher.scan(run, matches);
	return matches;
}
