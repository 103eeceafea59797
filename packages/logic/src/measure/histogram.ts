import type { Capture } from "../capture/Capture.ts";
import { type WidthSummary, WidthSums } from "./WidthSums.ts";
import { type EdgeBatch, type EdgeVisitor, walkEdges } from "./walkEdges.ts";
import { type WidthKind, type WidthPlaces, widthPlaces } from "./widthsIn.ts";

/** How the widths of a channel are spread. Times in ticks of the capture. */
export interface WidthHistogram {
	readonly summary: WidthSummary;
	/** Half of the widths are below it, to the resolution of the bins. */
	readonly median: number;
	readonly bins: readonly WidthBin[];
	/** Bins of one width, or each so many times as wide as the one before. */
	readonly scale: "linear" | "log";
}

/** Widths from `from` to, but not including, `to`. */
export interface WidthBin {
	readonly from: number;
	readonly to: number;
	readonly count: number;
}

export interface HistogramOptions {
	readonly kind: WidthKind;
	/** The step in which widths come, in ticks: bins are multiples of it. At least 1. */
	readonly step: number;
	/** How many bins there may be. */
	readonly most: number;
}

/** From so many times the narrowest on, the widest is shown on a logarithmic scale. */
const WIDE = 32;

/** Hands on edges only. */
function onlyEdges(edges: (batch: EdgeBatch) => void): EdgeVisitor {
	const nothing = (): void => undefined;
	return { begin: nothing, edges, end: nothing };
}

/** Counts the widths of a channel (0 to 31) in [from, to) by bins. Undefined when there is none. */
export function histogram(
	capture: Capture,
	channel: number,
	from: number,
	to: number,
	{ kind, step, most }: HistogramOptions,
): WidthHistogram | undefined {
	const sums = new WidthSums(kind);
	walkEdges(
		capture,
		channel,
		from,
		to,
		onlyEdges((batch) => sums.add(batch)),
	);
	const { summary } = sums;
	if (summary === undefined) return undefined;
	const isLog = summary.max > WIDE * Math.max(step, summary.min) && summary.max - summary.min > most * step;
	const edges = isLog ? logEdges(summary, step, most) : linearEdges(summary, step, most);
	const counts = new Uint32Array(edges.length - 1);
	const count = isLog ? countBySearch : countByDivision;
	walkEdges(
		capture,
		channel,
		from,
		to,
		onlyEdges((batch) => count(counts, edges, batch, widthPlaces(batch, kind))),
	);
	return {
		summary,
		median: medianOf(counts, edges, summary.count),
		bins: Array.from(counts, (pulses, bin) => ({
			from: edges[bin] as number,
			to: edges[bin + 1] as number,
			count: pulses,
		})),
		scale: isLog ? "log" : "linear",
	};
}

/** Bounds of equal bins, multiples of the step, over all widths. */
function linearEdges({ min, max }: WidthSummary, step: number, most: number): number[] {
	const first = Math.floor(min / step);
	const last = Math.floor(max / step);
	const size = Math.ceil((last - first + 1) / most);
	const bins = Math.ceil((last - first + 1) / size);
	return Array.from({ length: bins + 1 }, (_, bin) => (first + bin * size) * step);
}

/** Bounds of bins of growing width, multiples of the step, over all widths. */
function logEdges({ min, max }: WidthSummary, step: number, most: number): number[] {
	const first = Math.max(step, Math.floor(min / step) * step);
	const growth = ((max + step) / first) ** (1 / most);
	const edges = min < first ? [0] : [];
	for (let edge = first; edge <= max; ) {
		edges.push(edge);
		edge = Math.max(edge + step, Math.round((first * growth ** edges.length) / step) * step);
	}
	edges.push(Math.max(Math.ceil((max + 1) / step) * step, (edges.at(-1) ?? 0) + step));
	return edges;
}

function countByDivision(
	counts: Uint32Array,
	edges: readonly number[],
	{ times, end }: EdgeBatch,
	{ first, back }: WidthPlaces,
): void {
	const lowest = edges[0] as number;
	const size = (edges[1] as number) - lowest;
	for (let at = first; at < end; at += 2) {
		const width = (times[at] as number) - (times[at - back] as number);
		const bin = Math.floor((width - lowest) / size);
		counts[bin] = (counts[bin] as number) + 1;
	}
}

function countBySearch(
	counts: Uint32Array,
	edges: readonly number[],
	{ times, end }: EdgeBatch,
	{ first, back }: WidthPlaces,
): void {
	for (let at = first; at < end; at += 2) {
		const width = (times[at] as number) - (times[at - back] as number);
		let low = 0;
		let high = counts.length;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((edges[middle] as number) <= width) low = middle;
			else high = middle;
		}
		counts[low] = (counts[low] as number) + 1;
	}
}

function medianOf(counts: Uint32Array, edges: readonly number[], count: number): number {
	let left = count / 2;
	for (let bin = 0; bin < counts.length; bin++) {
		left -= counts[bin] as number;
		if (left <= 0) return edges[bin] as number;
	}
	return edges.at(-1) as number;
}
