import { type CaptureDocument, type Format, runsOf } from "@gpioscope/logic";

/** So many changes are written to learn how many bytes one takes. */
const SAMPLE = 4096;

/** Ticks; all of the capture when left out. */
interface Range {
	readonly from?: number;
	readonly to?: number;
}

/**
 * About how many bytes a file will have, by writing its beginning; exact where that is all of it.
 *
 * @throws FileError when it cannot be said in this format
 */
export function estimateSize(format: Format, document: CaptureDocument, range: Range): number {
	if (format.estimate !== undefined) return format.estimate(document, range);
	let changes = 0;
	let sampleEnd: number | undefined;
	for (const { chunk, first, last } of runsOf(document.capture, range.from, range.to)) {
		const needed = SAMPLE - changes;
		if (chunk !== undefined && needed >= 0 && last - first > needed) sampleEnd = chunk.timeAt(first + needed);
		changes += last - first;
	}
	if (sampleEnd === undefined) return sizeOf(format, document, range);
	const { from = document.capture.firstTime } = range;
	// A head and a foot are in both, so that what differs is the changes alone.
	const half = sizeOf(format, document, { from, to: from + (sampleEnd - from) / 2 });
	const whole = sizeOf(format, document, { from, to: sampleEnd });
	const inHalf = countIn(document, from, from + (sampleEnd - from) / 2);
	const perChange = inHalf >= SAMPLE ? whole / SAMPLE : Math.max(0, whole - half) / (SAMPLE - inHalf);
	return Math.round(whole + (changes - SAMPLE) * perChange);
}

function countIn({ capture }: CaptureDocument, from: number, to: number): number {
	let count = 0;
	for (const { first, last } of runsOf(capture, from, to)) count += last - first;
	return count;
}

function sizeOf(format: Format, document: CaptureDocument, range: Range): number {
	let bytes = 0;
	for (const piece of format.write?.(document, range) ?? []) bytes += piece.length;
	return bytes;
}
