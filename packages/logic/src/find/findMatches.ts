import type { Capture } from "../capture/Capture.ts";
import type { Chunk } from "../capture/Chunk.ts";
import { EdgeMatcher } from "./EdgeMatcher.ts";
import type { Matcher } from "./Matcher.ts";
import { MatchList } from "./MatchList.ts";
import { PatternMatcher } from "./PatternMatcher.ts";
import { PulseMatcher } from "./PulseMatcher.ts";
import { channelsOf, type Search } from "./Search.ts";

/** How many matches have their times kept unless told otherwise. */
const KEPT = 2 ** 20;

/**
 * Everything in [from, to) that fits a search, in time order. Where a channel of the search is unknown nothing is
 * found, and a pulse that reaches into a gap is none. A pattern that holds when its channels become known counts from
 * there.
 */
export function findMatches(
	capture: Capture,
	search: Search,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
	limit = KEPT,
): MatchList {
	const matches = new MatchList(limit);
	const matcher = matcherOf(search);
	const channels = channelsOf(search);
	const start = Math.max(from, capture.firstTime);
	const end = Math.min(to, capture.endTime + 1);
	const { knowledge } = capture;
	if (capture.isEmpty || channels === 0 || start >= end) return matches;
	let wasKnown = false;
	for (let place = Math.max(0, knowledge.indexAt(start)); ; place++) {
		const { time, known, correction } = knowledge.step(place);
		if (time >= end) return matches;
		const spanStart = Math.max(start, time);
		const isKnown = (channels & ~known) === 0;
		if (isKnown) {
			const spanEnd = Math.min(end, knowledge.step(place + 1).time);
			scanSpan(capture, matcher, matches, { from: spanStart, to: spanEnd, correction, begins: !wasKnown });
		}
		wasKnown = isKnown;
	}
}

interface Span {
	readonly from: number;
	readonly to: number;
	readonly correction: number;
	/** Whether the channels were not known just before. */
	readonly begins: boolean;
}

function scanSpan(capture: Capture, matcher: Matcher, matches: MatchList, span: Span): void {
	const { chunks } = capture;
	const { from, to, correction, begins } = span;
	if (begins) matcher.begin(from, levelBefore(capture, from) ^ correction, matches);
	for (let at = Math.max(0, chunks.indexFrom(from)); at < chunks.length; at++) {
		const chunk = chunks.at(at) as Chunk;
		if (chunk.base >= to) return;
		matcher.scan({ chunk, first: chunk.lowerBound(from), last: chunk.lowerBound(to), correction }, matches);
	}
}

/** The stored level word before the changes of a moment. */
function levelBefore({ chunks }: Capture, time: number): number {
	const chunk = chunks.at(Math.max(0, chunks.indexFrom(time)));
	return chunk === undefined ? 0 : chunk.levelAfter(chunk.lowerBound(time) - 1);
}

function matcherOf(search: Search): Matcher {
	switch (search.kind) {
		case "edge":
			return new EdgeMatcher(search.channel, search.direction);
		case "pulse":
			return new PulseMatcher(search.channel, search.level, search.min, search.max);
		case "pattern":
			return new PatternMatcher(search.care, search.value);
	}
}
