/** Pulse widths of one level, summed up. Times in µs. */
export interface Widths {
	readonly count: number;
	readonly mean: number;
	/** Standard deviation. */
	readonly deviation: number;
	readonly min: number;
	readonly max: number;
	readonly bins: readonly WidthBin[];
}

export interface WidthBin {
	/** Widths from here to the next bin. */
	readonly from: number;
	readonly count: number;
	/** Lies further than two sample periods from the median. */
	readonly outlier: boolean;
}

const MOST_BINS = 12;

/**
 * Widths of the high pulses among edges of one channel, oldest first. Undefined without a whole pulse.
 *
 * @param samplePeriod µs; bins are multiples of it
 */
export function highWidths(
	edges: readonly { readonly time: number; readonly level: 0 | 1 }[],
	samplePeriod: number,
): Widths | undefined {
	const widths: number[] = [];
	for (let index = 1; index < edges.length; index++) {
		const start = edges[index - 1];
		const end = edges[index];
		if (start?.level === 1 && end?.level === 0) widths.push(end.time - start.time);
	}
	if (widths.length === 0) return undefined;
	const sorted = widths.sort((a, b) => a - b);
	const count = sorted.length;
	const mean = sorted.reduce((sum, width) => sum + width, 0) / count;
	const variance = sorted.reduce((sum, width) => sum + (width - mean) ** 2, 0) / count;
	const min = sorted[0] ?? 0;
	const max = sorted[count - 1] ?? 0;
	const median = sorted[Math.floor(count / 2)] ?? 0;
	return {
		count,
		mean,
		deviation: Math.sqrt(variance),
		min,
		max,
		bins: binsOf(sorted, median, samplePeriod),
	};
}

function binsOf(sorted: readonly number[], median: number, samplePeriod: number): WidthBin[] {
	const min = sorted[0] ?? 0;
	const max = sorted[sorted.length - 1] ?? 0;
	const size = Math.max(1, Math.ceil((max - min + samplePeriod) / samplePeriod / MOST_BINS)) * samplePeriod;
	const first = Math.floor(min / size) * size;
	const bins = Math.floor((max - first) / size) + 1;
	const counts = new Array<number>(bins).fill(0);
	for (const width of sorted) {
		const bin = Math.floor((width - first) / size);
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts.map((count, index) => {
		const from = first + index * size;
		const centre = from + size / 2;
		return { from, count, outlier: Math.abs(centre - median) > 2 * samplePeriod + size / 2 };
	});
}
