import type { Capture } from "../capture/Capture.ts";
import { runsOf } from "../capture/runs.ts";

/** Edges of one channel that follow each other without a gap, in time order. Times in ticks of the capture. */
export interface EdgeBatch {
	/** Places [first, end) are new; up to two edges before them are those that came before, in the same stretch. */
	readonly times: Float64Array;
	readonly first: number;
	readonly end: number;
	/** The level after the edge at `first`; it turns over with every edge. */
	readonly level: 0 | 1;
	/** Where the earliest edge of the stretch that is still here stands, at most `first`. */
	readonly earliest: number;
}

/** Hears of the edges of one channel, stretch by stretch of what is known of it. */
export interface EdgeVisitor {
	/** From `time` on the channel is known; before it nothing was. */
	begin(time: number, level: 0 | 1): void;
	edges(batch: EdgeBatch): void;
	/** Up to `time` the channel was known. */
	end(time: number): void;
}

/** Changes looked at together; no more edges are handed on at once. */
const BATCH = 4096;
/** Edges kept from the batch before: a period reaches back over two. */
const KEPT = 2;
/** Walks do not overlap: these columns serve all of them. */
const times = new Float64Array(BATCH + KEPT);
const places = new Uint32Array(BATCH);

/** Walks the edges of a channel (0 to 31) in [from, to). Loops over whole batches, as there may be ten million. */
export function walkEdges(
	capture: Capture,
	channel: number,
	from: number,
	to: number,
	visitor: EdgeVisitor,
): void {
	const bit = 1 << channel;
	let earliest = KEPT;
	let isKnown = false;
	let until = 0;
	let level: 0 | 1 = 0;
	for (const run of runsOf(capture, from, to)) {
		if ((run.known & bit) === 0) {
			if (isKnown) visitor.end(until);
			isKnown = false;
			continue;
		}
		if (!isKnown) {
			isKnown = true;
			level = run.level & bit ? 1 : 0;
			earliest = KEPT;
			visitor.begin(run.from, level);
		}
		until = run.to;
		const { chunk, last } = run;
		if (chunk === undefined) continue;
		const { base, offsets } = chunk;
		for (let at = chunk.next(bit, run.first); at >= 0 && at < last; ) {
			const behind = Math.min(last, at + BATCH);
			const count = chunk.places(bit, at, behind, places);
			for (let i = 0; i < count; i++) times[KEPT + i] = base + (offsets[places[i] as number] as number);
			const end = KEPT + count;
			visitor.edges({ times, first: KEPT, end, level: level === 1 ? 0 : 1, earliest });
			if (count % 2 === 1) level = level === 1 ? 0 : 1;
			earliest = Math.max(0, earliest - count);
			times.copyWithin(0, end - KEPT, end);
			at = chunk.next(bit, behind);
		}
	}
	// A change at the very end belongs to the capture, but no time lies behind it.
	if (isKnown) visitor.end(Math.min(until, to, capture.endTime));
}
