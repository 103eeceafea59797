import type { WidthBin, WidthHistogram } from "@gpioscope/logic";

/** Whether all widths of a bin lie further than two steps from the median, times in µs. */
export function isOutlier({ from, to }: WidthBin, { median, bins }: WidthHistogram, step: number): boolean {
	// The median is known to its bin: all of that one is near.
	const middle = bins.find((bin) => median >= bin.from && median < bin.to);
	const upper = (middle?.to ?? median) - step;
	return from > upper + 2 * step || to - step < median - 2 * step;
}

/** `335..340 µs`: how the find field is asked for the widths of a bin. @param tick µs, below which nothing differs */
export function binSearchText({ from, to }: WidthBin, tick: number): string {
	const number = (micros: number): string => String(Number(micros.toFixed(6)));
	return `${number(from)}..${number(to - tick)} µs`;
}
