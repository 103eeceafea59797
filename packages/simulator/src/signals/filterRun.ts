import type { SampleRun } from "./SampleRun.ts";

/**
 * Carries a run of samples through a filter: asks it for the level at each change, and at each moment at which it
 * changes its mind without one.
 * @param filter the level to show at a sample, given the one that came in
 * @param nextMoment the next sample after this one at which the filter acts by itself; infinite when it does not
 */
export function filterRun(
	input: SampleRun,
	output: SampleRun,
	filter: (sample: number, level: number) => number,
	nextMoment: (sample: number) => number,
): void {
	output.clear();
	let next = 0;
	let level = input.levels[0] ?? 0;
	let sample = input.samples[0] ?? 0;
	while (sample < input.end) {
		if (next < input.count && input.samples[next] === sample) level = input.levels[next++] ?? 0;
		output.push(sample, filter(sample, level));
		const nextChange = next < input.count ? (input.samples[next] ?? 0) : input.end;
		sample = Math.min(nextChange, nextMoment(sample));
	}
	output.end = input.end;
}
