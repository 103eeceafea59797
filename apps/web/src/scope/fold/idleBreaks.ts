import type { Stretch } from "@gpioscope/logic";
import type { Break } from "../view/TimeMap.ts";

/** Of the threshold, left of the idle time at each side of a break: edges are seen with what is around them. */
const EDGE_SHARE = 0.05;
/** So many breaks at most, the longest ones. */
export const MOST_BREAKS = 1000;
/** A threshold is at most this part of what is on screen when it is picked. */
const VIEW_SHARE = 0.1;

/** The largest of 1, 2, 5, 10, 20 … µs (or fractions) that is not above a tenth of a view, all in µs. */
export function pickThreshold(span: number): number {
	const most = span * VIEW_SHARE * (1 + 1e-9);
	const power = 10 ** Math.floor(Math.log10(most));
	const factor = [5, 2, 1].find((one) => one * power <= most) ?? 1;
	// Below a microsecond 2 * 0.001 is not quite 0.002.
	return power < 1 ? Math.round(factor * power * 1e6) / 1e6 : factor * power;
}

/** How long nothing happens where a break is, its margins included, µs. */
export function idleLength({ from, to }: Break, threshold: number): number {
	return to - from + 2 * EDGE_SHARE * threshold;
}

/**
 * What is collapsed of idle stretches (in order of time, each longer than the threshold), all in µs.
 *
 * @param opened times in stretches that are shown as they are.
 */
export function breaksOf(
	stretches: readonly Stretch[],
	threshold: number,
	opened: readonly number[],
): readonly Break[] {
	const margin = EDGE_SHARE * threshold;
	return stretches.flatMap(({ from, to }) =>
		opened.some((time) => time >= from && time <= to) ? [] : [{ from: from + margin, to: to - margin }],
	);
}

/** The idle stretches of a capture up to a time, all in µs. */
export interface FoundStretches {
	/** In order of time. The last one may reach to where was looked: nobody knows yet when it ends. */
	readonly stretches: readonly Stretch[];
	readonly lookedTo: number;
}

/** From where a capture that has grown is looked at again. */
export function resumeFrom({ stretches, lookedTo }: FoundStretches, threshold: number): number {
	const last = stretches.at(-1);
	return last !== undefined && last.to >= lookedTo ? last.from : lookedTo - threshold;
}

/** Adds what was found from {@link resumeFrom} on. */
export function joinStretches(
	before: FoundStretches,
	more: readonly Stretch[],
	lookedTo: number,
): FoundStretches {
	const ended = before.stretches.filter(({ to }) => to < before.lookedTo);
	return { stretches: longest([...ended, ...more], MOST_BREAKS), lookedTo };
}

function longest(stretches: readonly Stretch[], limit: number): readonly Stretch[] {
	if (stretches.length <= limit) return stretches;
	return [...stretches]
		.sort((a, b) => b.to - b.from - (a.to - a.from))
		.slice(0, limit)
		.sort((a, b) => a.from - b.from);
}
