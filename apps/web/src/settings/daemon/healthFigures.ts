import { HEALTH_SPAN_MS, type HealthSample } from "../../stores/healthStore.ts";

/** A figure of the connection's health. */
export type HealthFigure = Exclude<keyof HealthSample, "at">;

/** What a graph shows and says of one figure. */
export interface HealthSummary {
	readonly now: number | undefined;
	readonly median: number | undefined;
	readonly worst: number | undefined;
	/** Seconds of the span without an answer. */
	readonly missing: number;
}

/** The newest value, the middle one and the largest. */
export function summaryOf(samples: readonly HealthSample[], figure: HealthFigure): HealthSummary {
	const values = samples.flatMap((sample) => sample[figure] ?? []);
	const sorted = values.toSorted((a, b) => a - b);
	return {
		now: samples.at(-1)?.[figure],
		median: sorted[Math.floor((sorted.length - 1) / 2)],
		worst: sorted.at(-1),
		missing: samples.length - values.length,
	};
}

/** The next of 1, 2, 5, 10, 20 … that is not less; at least `least`. */
export function niceCeiling(value: number, least: number): number {
	const wanted = Math.max(value, least);
	const decade = 10 ** Math.floor(Math.log10(wanted));
	const factor = [1, 2, 5, 10].find((each) => each * decade >= wanted * (1 - 1e-9)) ?? 10;
	return factor * decade;
}

/** Two samples further apart than this have a hole between them. */
const HOLE_MS = 5000;

/**
 * The line of a graph as an SVG path: the newest sample at the right edge of `width`, `ceiling` at the top of `height`;
 * broken where values are missing.
 */
export function healthPath(
	samples: readonly HealthSample[],
	figure: HealthFigure,
	{ width, height, ceiling }: { readonly width: number; readonly height: number; readonly ceiling: number },
): string {
	const end = samples.at(-1)?.at ?? 0;
	let path = "";
	let lastAt = Number.NEGATIVE_INFINITY;
	for (const sample of samples) {
		const value = sample[figure];
		if (value === undefined) continue;
		const x = width - ((end - sample.at) / HEALTH_SPAN_MS) * width;
		const y = height - (Math.min(value, ceiling) / ceiling) * height;
		const isJoined = sample.at - lastAt < HOLE_MS;
		path += `${isJoined ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
		lastAt = sample.at;
	}
	return path;
}

/** The sample nearest to a place of the graph, 0 at its left edge and 1 at its right. */
export function sampleAt(samples: readonly HealthSample[], place: number): HealthSample | undefined {
	const end = samples.at(-1)?.at ?? 0;
	const at = end - (1 - place) * HEALTH_SPAN_MS;
	const nearest = samples.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
	return nearest !== undefined && Math.abs(nearest.at - at) < HOLE_MS ? nearest : undefined;
}
