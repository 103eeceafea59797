import { Capture, findMatches, queryColumns } from "@gpioscope/logic";
import { traffic } from "../captures/traffic.ts";
import { formatCount, median } from "../table.ts";
import type { Goal } from "./Goal.ts";

const COLUMNS = 1920;
/** Views at each zoom. */
const LOOKS = 40;
/** Zooms are halved from everything down to this many changes in view. */
const FEWEST_IN_VIEW = 100;
const MOST_MILLIS = 4;
const SEARCH_MILLIS = 50;
const SIZES = [10_000_000, 100_000_000] as const;

const searches: readonly (readonly [name: string, search: Parameters<typeof findMatches>[1]])[] = [
	["edges", { kind: "edge", channels: 1, direction: "rising" }],
	["pulses", { kind: "pulse", channels: 1, level: 1, min: 0, max: 500 }],
	["a pattern of three lines", { kind: "pattern", care: 0b111, value: 0b101 }],
];

/** Looking at many changes, and searching them. */
export function storeGoals(): Goal[] {
	const goals: Goal[] = [];
	let first: number | undefined;
	for (const size of SIZES) {
		const capture = new Capture({ limit: size });
		for (const block of traffic(size)) capture.append(block);
		if (first === undefined) goals.push(...searchGoals(capture));
		const worst = worstQuery(capture);
		const ratio = first === undefined ? undefined : worst / first;
		goals.push({
			measure: `query of 32 channels x ${COLUMNS} columns on ${formatCount(size)} changes, worst zoom`,
			goal: ratio === undefined ? `with drawing at most ${MOST_MILLIS} ms` : "at most 1.5x that, and 4 ms",
			measured: `${worst.toFixed(2)} ms${ratio === undefined ? "" : ` (${ratio.toFixed(2)}x)`}`,
			isMet: worst <= MOST_MILLIS && (ratio === undefined || ratio <= 1.5),
		});
		first ??= worst;
	}
	return goals;
}

/** Of all zooms the one whose median view takes longest, in milliseconds. */
function worstQuery(capture: Capture): number {
	let worst = 0;
	for (let part = 1; part * capture.changes >= FEWEST_IN_VIEW; part /= 2) {
		const span = (capture.endTime - capture.firstTime) * part;
		const times = Array.from({ length: LOOKS }, (_, look) => {
			const from = capture.firstTime + (capture.endTime - capture.firstTime - span) * (look / LOOKS);
			const start = performance.now();
			queryColumns(capture, from, from + span, COLUMNS);
			return performance.now() - start;
		});
		worst = Math.max(worst, median(times));
	}
	return worst;
}

function searchGoals(capture: Capture): Goal[] {
	return searches.map(([name, search]) => {
		const times = Array.from({ length: 5 }, () => {
			const start = performance.now();
			findMatches(capture, search);
			return performance.now() - start;
		});
		const millis = median(times);
		const { count } = findMatches(capture, search);
		return {
			measure: `search for ${name} in ${formatCount(capture.changes)} changes`,
			goal: `within ${SEARCH_MILLIS} ms`,
			measured: `${millis.toFixed(0)} ms (${formatCount(count)} found)`,
			isMet: millis <= SEARCH_MILLIS,
		};
	});
}
