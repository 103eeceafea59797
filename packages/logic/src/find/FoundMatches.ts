import type { Capture } from "../capture/Capture.ts";
import type { Gap } from "../capture/Gap.ts";
import { type CaptureRun, runsOf } from "../capture/runs.ts";
import type { Found, Match } from "./Found.ts";
import { MatchBatch, MOST_SCANNED } from "./MatchBatch.ts";
import type { Matcher, MatcherState } from "./Matcher.ts";
import { markColumns } from "./markColumns.ts";
import { matcherOf } from "./matcherOf.ts";
import { type ChangeSearch, channelsOf } from "./Search.ts";

/** Segments with no more matches than this keep their times. */
const FEW = 64;

/** A part of a run, with what is needed to look at it again. */
interface Segment {
	readonly run: CaptureRun;
	readonly before: MatcherState;
	/** Matches in all segments before it since the search began. */
	readonly firstRank: number;
	readonly count: number;
	/** Where its first and its last match were recognised; NaN without any. */
	readonly firstEnd: number;
	readonly lastEnd: number;
	/** Where all of them were, when they are few. */
	readonly ends: Float64Array | undefined;
}

/**
 * What a search finds in the changes of a capture that may grow: looks a bit further at a time, remembers counts by
 * segments and looks at a segment again when one of its matches is wanted. So it costs next to nothing a match,
 * however many there are.
 */
export class FoundMatches implements Found {
	readonly #capture: Capture;
	readonly #channels: number;
	readonly #matcher: Matcher;
	readonly #again: Matcher;
	#segments: Segment[] = [];
	#matches = 0;
	/** Everything before this time has been looked at. */
	#until = Number.NEGATIVE_INFINITY;
	/** As they were when the capture was last looked at. */
	#gaps: readonly Gap[] = [];
	#cached: { readonly segment: Segment; readonly matches: readonly Match[] } | undefined;
	readonly #start: MatcherState;
	/** What the latest scan found. */
	readonly #batch = new MatchBatch();

	constructor(capture: Capture, search: ChangeSearch) {
		this.#capture = capture;
		this.#channels = channelsOf(search);
		this.#matcher = matcherOf(search);
		this.#again = matcherOf(search);
		this.#start = this.#matcher.save();
	}

	get first(): number {
		return this.#segments[0]?.firstRank ?? this.#matches;
	}

	get count(): number {
		return this.#matches - this.first;
	}

	advance(changes: number, toEnd: boolean): boolean {
		this.#noteGaps();
		this.#forgetDropped();
		const { endTime, isEmpty } = this.#capture;
		const end = toEnd ? endTime + 1 : endTime;
		if (isEmpty || this.#channels === 0 || this.#until >= end) return true;
		let left = changes;
		for (const run of runsOf(this.#capture, this.#until, end)) {
			for (let first = run.first; ; ) {
				const last = Math.min(run.last, first + MOST_SCANNED);
				this.#look({ ...run, begins: run.begins && first === run.first, first, last });
				left -= last - first;
				// Changes at one moment are looked at together: where to go on is remembered as a time.
				const next = last < run.last ? (run.chunk?.timeAt(last) ?? run.to) : run.to;
				const isBetween = last === 0 || next > (run.chunk?.timeAt(last - 1) ?? Number.NEGATIVE_INFINITY);
				if (left <= 0 && isBetween && next < end) {
					this.#until = next;
					return false;
				}
				if (last === run.last) break;
				first = last;
			}
		}
		this.#until = end;
		return true;
	}

	at(rank: number): Match | undefined {
		const place = this.#lastPlace(({ firstRank }) => firstRank <= rank);
		const segment = this.#segments[place];
		return segment === undefined ? undefined : this.#matchesOf(segment)[rank - segment.firstRank];
	}

	after(time: number): Match | undefined {
		for (
			let place = Math.max(
				0,
				this.#lastPlace(({ run }) => run.from <= time),
			);
			;
			place++
		) {
			const segment = this.#segments[place];
			if (segment === undefined) return undefined;
			if (segment.count === 0 || segment.lastEnd <= time) continue;
			return this.#matchesOf(segment).find(({ end }) => end > time);
		}
	}

	before(time: number): Match | undefined {
		for (let place = this.#lastPlace(({ run }) => run.from <= time); place >= 0; place--) {
			const segment = this.#segments[place];
			if (segment === undefined || segment.count === 0 || segment.firstEnd >= time) continue;
			return this.#matchesOf(segment).findLast(({ end }) => end < time);
		}
		return undefined;
	}

	columns(from: number, to: number, columns: number): Uint8Array {
		const marks = new Uint8Array(columns);
		const column = (to - from) / columns;
		for (const segment of this.#segments) {
			const { count, firstEnd, lastEnd, ends } = segment;
			if (count === 0 || lastEnd < from || firstEnd >= to) continue;
			const isNarrow = Math.floor((lastEnd - from) / column) - Math.floor((firstEnd - from) / column) <= 1;
			if (isNarrow) markColumns(marks, [firstEnd, lastEnd], from, column);
			else markColumns(marks, ends ?? this.#matchesOf(segment).map(({ end }) => end), from, column);
		}
		return marks;
	}

	#look(run: CaptureRun): void {
		const before = this.#matcher.save();
		const batch = this.#batch;
		batch.count = 0;
		this.#matcher.scan(run, batch);
		const { count } = batch;
		this.#segments.push({
			run,
			before,
			firstRank: this.#matches,
			count,
			firstEnd: count > 0 ? batch.endOf(0, run) : Number.NaN,
			lastEnd: count > 0 ? batch.endOf(count - 1, run) : Number.NaN,
			ends: count <= FEW ? Float64Array.from({ length: count }, (_, at) => batch.endOf(at, run)) : undefined,
		});
		this.#matches += count;
	}

	#matchesOf(segment: Segment): readonly Match[] {
		if (this.#cached?.segment === segment) return this.#cached.matches;
		const { run, before, firstRank } = segment;
		const batch = this.#batch;
		batch.count = 0;
		this.#again.restore(before);
		this.#again.scan(run, batch);
		const matches = Array.from({ length: batch.count }, (_, at) => ({
			...this.#again.matchOf(at, batch, run),
			rank: firstRank + at,
		}));
		this.#cached = { segment, matches };
		return matches;
	}

	/** A gap that is told of afterwards changes what is known of the time before: then all is looked at anew. */
	#noteGaps(): void {
		const known = this.#gaps;
		this.#gaps = this.#capture.gaps();
		const from = this.#capture.firstTime;
		if (hiddenIn(this.#gaps, from, this.#until) === hiddenIn(known, from, this.#until)) return;
		this.#segments = [];
		this.#matches = 0;
		this.#cached = undefined;
		this.#until = Number.NEGATIVE_INFINITY;
		this.#matcher.restore(this.#start);
	}

	/** Oldest changes go a whole chunk at a time, and the memory of a chunk may be used again. */
	#forgetDropped(): void {
		const oldest = this.#capture.chunks.at(0);
		let dropped = 0;
		while (dropped < this.#segments.length && this.#segments[dropped]?.run.chunk !== oldest) dropped++;
		// A capture without any change yet has runs without a chunk.
		if (dropped === 0 || this.#segments[0]?.run.chunk === undefined) return;
		this.#segments.splice(0, dropped);
	}

	/** The place of the last segment of which something holds that holds for all before it; -1 for none. */
	#lastPlace(holds: (segment: Segment) => boolean): number {
		let low = 0;
		let high = this.#segments.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (holds(this.#segments[middle] as Segment)) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}

/** How much of [from, to) gaps hide, ticks. */
function hiddenIn(gaps: readonly Gap[], from: number, to: number): number {
	return gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)), 0);
}
