import type { Capture } from "../../capture/Capture.ts";
import type { ChannelBits } from "../ChannelBits.ts";
import type { WrittenRange } from "../range.ts";
import { wordBatches } from "../wordBatches.ts";
import type { SampleGrid } from "./sampleGrid.ts";

/** As sigrok writes them. */
export const CHUNK_BYTES = 2 ** 22;

/** Samples side by side, little endian. */
export interface SampleChunk {
	/** Overwritten by the next chunk. */
	readonly bytes: Uint8Array;
	/** The level of all of them, undefined when they differ. */
	readonly level: number | undefined;
}

/**
 * Samples a stretch of a capture.
 *
 * @param unitSize bytes a sample, 1 to 4
 * @param chunkBytes of every chunk but the last
 */
export function* sampleChunks(
	capture: Capture,
	bits: ChannelBits,
	range: WrittenRange,
	{ step, first, count }: SampleGrid,
	unitSize: number,
	chunkBytes = CHUNK_BYTES,
): Generator<SampleChunk> {
	const size = Math.floor(chunkBytes / unitSize);
	const buffer = new ArrayBuffer(size * 4);
	const fill = filler(buffer, unitSize);
	let word = 0;
	/** The first sample of the chunk, and how many it has. */
	let base = 0;
	let filled = 0;
	let isQuiet = true;
	const chunk = (): SampleChunk => {
		const bytes = new Uint8Array(buffer, 0, filled * unitSize);
		const level = isQuiet ? word : undefined;
		base += filled;
		filled = 0;
		isQuiet = true;
		return { bytes, level };
	};
	for (const { times, words, count: changes } of wordBatches(capture, bits, range)) {
		for (let at = 0; at < changes; at++) {
			const sample = Math.floor(((times[at] as number) - first) / step);
			while (sample >= base + size) {
				fill(word, filled, size);
				filled = size;
				yield chunk();
			}
			if (sample > base + filled) {
				fill(word, filled, sample - base);
				filled = sample - base;
			}
			if (filled > 0) isQuiet = false;
			word = words[at] as number;
		}
	}
	while (base + filled < count) {
		const end = Math.min(size, count - base);
		fill(word, filled, end);
		filled = end;
		yield chunk();
	}
}

/** What puts a word into the samples [from, to) of a buffer. */
function filler(buffer: ArrayBuffer, unitSize: number): (word: number, from: number, to: number) => void {
	if (unitSize === 3) {
		const bytes = new Uint8Array(buffer);
		return (word, from, to) => {
			for (let at = from * 3; at < to * 3; at += 3) {
				bytes[at] = word;
				bytes[at + 1] = word >>> 8;
				bytes[at + 2] = word >>> 16;
			}
		};
	}
	const samples =
		unitSize === 1
			? new Uint8Array(buffer)
			: unitSize === 2
				? new Uint16Array(buffer)
				: new Uint32Array(buffer);
	return (word, from, to) => {
		// A short run is quicker in a loop than by a call.
		if (to - from < 8) for (let at = from; at < to; at++) samples[at] = word;
		else samples.fill(word, from, to);
	};
}
