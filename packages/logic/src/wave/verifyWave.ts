import { alignWave, type EdgesByGpio } from "./alignWave.ts";
import type { LevelChange } from "./decompile.ts";
import { type MatchedEdges, matchEdges } from "./matchEdges.ts";

/** How a wave is compared with its capture. Microseconds. */
export interface VerifyOptions {
	/** Deviation up to which an edge is right. */
	readonly tolerance: number;
	/** How long the compared stretch is; what the capture has beyond it is not judged. */
	readonly length: number;
}

/** What a comparison found. */
export interface WaveVerdict {
	/** Time of the capture at which the wave began. */
	readonly start: number;
	readonly tolerance: number;
	readonly tracks: ReadonlyMap<number, MatchedEdges>;
	/** Expected edges. */
	readonly expected: number;
	/** Of them: captured within the tolerance. */
	readonly right: number;
	/** Of them: not captured at all. */
	readonly missing: number;
	/** Captured edges that nothing expects. */
	readonly extra: number;
	/** Mean and largest deviation of the captured ones; 0 when there are none. */
	readonly mean: number;
	readonly largest: number;
}

/**
 * Compares what a wave should have done with what was captured, line by line. The capture may begin before the wave
 * and go on after it. Undefined when no edge of the wave is found in it.
 */
export function verifyWave(
	expected: EdgesByGpio,
	captured: EdgesByGpio,
	options: VerifyOptions,
): WaveVerdict | undefined {
	const begun = alignWave(expected, captured, options.tolerance);
	if (begun === undefined) return undefined;
	// The first edge found may itself be late: the middle of all deviations is the better start.
	const rough = compare(expected, captured, begun, options);
	const start = begun + middleOf(deviationsOf(rough));
	const tracks = compare(expected, captured, start, options);
	const edges = [...tracks.values()].flatMap((track) => track.edges);
	const deviations = deviationsOf(tracks);
	return {
		start,
		tolerance: options.tolerance,
		tracks,
		expected: edges.length,
		right: deviations.filter((deviation) => Math.abs(deviation) <= options.tolerance).length,
		missing: edges.length - deviations.length,
		extra: [...tracks.values()].reduce((sum, track) => sum + track.extra.length, 0),
		mean: deviations.reduce((sum, deviation) => sum + deviation, 0) / Math.max(1, deviations.length),
		largest: deviations.reduce((worst, d) => (Math.abs(d) > Math.abs(worst) ? d : worst), 0),
	};
}

function compare(expected: EdgesByGpio, captured: EdgesByGpio, start: number, options: VerifyOptions) {
	const tracks = new Map<number, MatchedEdges>();
	for (const [gpio, edges] of expected) {
		const reach = reachFor(edges, options.tolerance);
		const near = (captured.get(gpio) ?? [])
			.filter(({ time }) => time >= start - reach && time <= start + options.length + reach)
			.map(({ time, level }) => ({ time: time - start, level }));
		const matched = matchEdges(edges, near, reach);
		// An edge beside the compared stretch may be a late one of it, but is no surplus: it may belong to what follows.
		const isInside = (time: number) =>
			time >= -options.tolerance && time <= options.length + options.tolerance;
		tracks.set(gpio, { ...matched, extra: matched.extra.filter(({ time }) => isInside(time)) });
	}
	return tracks;
}

/** Edges farther away than half the shortest pulse are other edges; but always a few tolerances. */
function reachFor(edges: readonly LevelChange[], tolerance: number): number {
	let shortest = 2_000;
	for (let index = 1; index < edges.length; index++)
		shortest = Math.min(shortest, (edges[index]?.time ?? 0) - (edges[index - 1]?.time ?? 0));
	return Math.max(2 * tolerance, shortest / 2);
}

const deviationsOf = (tracks: ReadonlyMap<number, MatchedEdges>): number[] =>
	[...tracks.values()].flatMap((track) => track.edges.flatMap((edge) => edge.deviation ?? []));

function middleOf(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}
