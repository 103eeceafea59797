import type { Capture } from "./Capture.ts";
import type { Gap } from "./Gap.ts";
import { runsOf } from "./runs.ts";

/** A stretch of time, in ticks of the capture. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** How many are told unless asked otherwise. */
const MOST = 1000;

/**
 * Stretches of [from, to) longer than `longerThan` in which the picture of the channels in `mask` does not change: no edge, and
 * nothing becomes known or unknown. A gap is none and has no part in one: nobody knows what happened there. In order of
 * time; when there are more than `limit`, the longest of them.
 */
export function idleStretches(
	capture: Capture,
	mask: number,
	longerThan: number,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
	limit = MOST,
): Stretch[] {
	const start = Math.max(from, capture.firstTime);
	const end = Math.min(to, capture.endTime);
	let least = longerThan;
	let found: Stretch[] = [];
	const gaps = capture.gaps(start, end);
	let nextGap = 0;
	const add = (stretchFrom: number, stretchTo: number): void => {
		let open = stretchFrom;
		for (; nextGap < gaps.length; nextGap++) {
			const gap = gaps[nextGap] as Gap;
			if (gap.from >= stretchTo) break;
			if (gap.to <= open) continue;
			if (gap.from - open > least) push(open, gap.from);
			open = gap.to;
			if (gap.to > stretchTo) break;
		}
		if (stretchTo - open > least) push(open, stretchTo);
	};
	const push = (stretchFrom: number, stretchTo: number): void => {
		found.push({ from: stretchFrom, to: stretchTo });
		if (found.length < 4 * limit) return;
		// So many short ones: only the longest can be among those that are told.
		found = longest(found, limit);
		least = Math.max(least, shortestOf(found));
	};
	let last = start;
	let known = 0;
	for (const run of runsOf(capture, from, to)) {
		const { chunk, first, last: after } = run;
		if (run.begins) {
			if (((run.known ^ known) & mask) !== 0 && run.from > last) {
				if (run.from - last > least) add(last, run.from);
				last = run.from;
			}
			known = run.known;
		}
		if (chunk === undefined) continue;
		const { base, offsets, levels } = chunk;
		let word = chunk.levelAfter(first - 1);
		let offset = last - base;
		for (let at = first; at < after; at++) {
			const next = levels[at] as number;
			if (((word ^ next) & mask & known) !== 0) {
				const now = offsets[at] as number;
				if (now - offset > least) add(base + offset, base + now);
				offset = now;
			}
			word = next;
		}
		last = base + offset;
	}
	if (end - last > least) add(last, end);
	return longest(found, limit);
}

/** The longest `limit` of them, in order of time. */
function longest(stretches: Stretch[], limit: number): Stretch[] {
	if (stretches.length <= limit) return stretches;
	const length = ({ from, to }: Stretch): number => to - from;
	return [...stretches]
		.sort((a, b) => length(b) - length(a))
		.slice(0, limit)
		.sort((a, b) => a.from - b.from);
}

function shortestOf(stretches: readonly Stretch[]): number {
	return stretches.reduce((least, { from, to }) => Math.min(least, to - from), Number.POSITIVE_INFINITY);
}
