import type { Capture } from "../capture/Capture.ts";
import { runsOf } from "../capture/runs.ts";
import type { ChannelBits } from "./ChannelBits.ts";
import type { WrittenRange } from "./range.ts";

/** Levels of the chosen channels and when they began: the first `count` entries. Overwritten by the next batch. */
export interface WordBatch {
	/** Ticks, ascending. */
	readonly times: Float64Array;
	/** The levels as ChannelBits puts them; each differs from the one before it. */
	readonly words: Uint32Array;
	count: number;
}

const BATCH = 2 ** 13;

/**
 * Walks a stretch of a capture for formats that have no word for unknown: the levels at its start, then every change
 * of the chosen channels. A channel keeps its level while it is unknown, low when it never was known; what it has
 * become in the meantime is then a change at the moment it is known again.
 */
export function* wordBatches(
	capture: Capture,
	bits: ChannelBits,
	{ start, until }: WrittenRange,
): Generator<WordBatch> {
	const batch: WordBatch = { times: new Float64Array(BATCH), words: new Uint32Array(BATCH), count: 0 };
	const { times, words } = batch;
	let told = -1;
	let level = 0;
	for (const { from, begins, known, level: first, correction, chunk, ...run } of runsOf(
		capture,
		start,
		until,
	)) {
		const kept = level & ~known;
		if (begins) {
			level = kept | (first & known);
			const word = bits.pick(level);
			if (word !== told) {
				times[batch.count] = from;
				words[batch.count++] = word;
				told = word;
			}
		}
		// One place stays free for what the next run begins with.
		for (let at = run.first; at < run.last && chunk !== undefined && known !== 0; ) {
			const end = Math.min(run.last, at + BATCH - 1 - batch.count);
			const { levels, offsets, base } = chunk;
			let { count } = batch;
			for (; at < end; at++) {
				level = kept | (((levels[at] as number) ^ correction) & known);
				const word = bits.pick(level);
				if (word === told) continue;
				times[count] = base + (offsets[at] as number);
				words[count++] = word;
				told = word;
			}
			batch.count = count;
			if (at === run.last) break;
			yield batch;
			batch.count = 0;
		}
		if (batch.count >= BATCH - 1) {
			yield batch;
			batch.count = 0;
		}
	}
	yield batch;
}
