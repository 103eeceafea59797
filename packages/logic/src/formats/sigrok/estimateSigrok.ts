import type { Capture } from "../../capture/Capture.ts";
import { ChannelBits } from "../ChannelBits.ts";
import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { type WrittenRange, writtenRange } from "../range.ts";
import { wordBatches } from "../wordBatches.ts";
import { pack } from "../zip/writeZip.ts";
import { CHUNK_BYTES, sampleChunks } from "./sampleChunks.ts";
import { type SampleGrid, sampleGrid } from "./sampleGrid.ts";
import { writeSigrok } from "./writeSigrok.ts";

/** Sessions of so many bytes of samples are written to learn how large they are. */
const EXACT_BYTES = 2 ** 20;
/** Else so many stretches are packed, each of so many bytes of samples. */
const WINDOWS = 24;
const WINDOW_BYTES = 2 ** 17;
/** A member's two headers. */
const HEADERS = 100;

/**
 * About how many bytes a session of sigrok will have. Samples in which nothing changes pack to nearly nothing, so that
 * its size follows the changes and how close they are: learnt around some of them, spread evenly over all.
 *
 * @throws FileError as writing does
 */
export function estimateSigrok(document: CaptureDocument, options: WriteOptions): number {
	const { capture, channels } = document;
	const range = writtenRange(capture, options);
	const bits = new ChannelBits(channels);
	const grid = sampleGrid(capture, bits, range);
	const unitSize = Math.ceil(channels.length / 8);
	const bytes = grid.count * unitSize;
	if (bytes <= EXACT_BYTES) {
		let size = 0;
		for (const piece of writeSigrok(document, options)) size += piece.length;
		return size;
	}
	const quiet = pack(new Uint8Array(WINDOW_BYTES)).bytes.length;
	const { times, count } = spreadChanges(capture, bits, range);
	let perChange = 0;
	for (const time of times) {
		const { packed, changes } = packAround(time, capture, bits, grid, unitSize);
		perChange += Math.max(0, packed - quiet) / Math.max(1, changes) / times.length;
	}
	const members = Math.ceil(bytes / CHUNK_BYTES);
	return Math.round((bytes / WINDOW_BYTES) * quiet + count * perChange + members * HEADERS);
}

/** Some of the changes, as many between one and the next, and how many there are. Ticks. */
function spreadChanges(
	capture: Capture,
	bits: ChannelBits,
	range: WrittenRange,
): { readonly times: readonly number[]; readonly count: number } {
	let picked: number[] = [];
	let stride = 1;
	let count = 0;
	for (const batch of wordBatches(capture, bits, range)) {
		for (let at = (stride - (count % stride)) % stride; at < batch.count; at += stride)
			picked.push(batch.times[at] as number);
		count += batch.count;
		while (picked.length > 2 * WINDOWS) {
			picked = picked.filter((_, at) => at % 2 === 0);
			stride *= 2;
		}
	}
	// Each stands for as many changes as any other.
	const times = picked.filter(
		(_, at) =>
			Math.floor((at * WINDOWS) / picked.length) !== Math.floor(((at - 1) * WINDOWS) / picked.length),
	);
	return { times, count };
}

/** Packs the samples around a moment; how many bytes that makes, of how many changes. */
function packAround(
	time: number,
	capture: Capture,
	bits: ChannelBits,
	{ step, first, count, rate }: SampleGrid,
	unitSize: number,
): { readonly packed: number; readonly changes: number } {
	const length = Math.floor(WINDOW_BYTES / unitSize);
	const middle = Math.floor((time - first) / step);
	const begin = Math.max(0, Math.min(count - length, middle - Math.floor(length / 2)));
	const start = first + begin * step;
	const end = start + length * step;
	const window = writtenRange(capture, { from: start, to: end });
	let changes = -1;
	for (const batch of wordBatches(capture, bits, window)) changes += batch.count;
	const part = { step, first: start, count: length, rate };
	let packed = 0;
	for (const chunk of sampleChunks(capture, bits, window, part, unitSize, WINDOW_BYTES))
		packed += pack(chunk.bytes).bytes.length;
	return { packed, changes };
}
