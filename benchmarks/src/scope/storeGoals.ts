import { Capture, queryColumns, type Search, searchCapture } from "@gpioscope/logic";
import { drawLanes } from "@gpioscope/web/drawLanes";
import { traffic } from "../captures/traffic.ts";
import { formatCount, median } from "../table.ts";
import { blankPicture } from "./blankPicture.ts";
import type { Goal } from "./Goal.ts";

const COLUMNS = 1920;
const LANES = 32;
/** Views at each zoom. */
const LOOKS = 40;
/** Zooms are halved from everything down to this many changes in view. */
const FEWEST_IN_VIEW = 100;
const MOST_MILLIS = 4;
const SEARCH_MILLIS = 50;
const SIZES = [10_000_000, 100_000_000] as const;

const searches: readonly (readonly [name: string, search: Search])[] = [
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
		const { query, draw } = worstLook(capture);
		const worst = query + draw;
		const ratio = first === undefined ? undefined : worst / first;
		const parts = `${query.toFixed(2)} + ${draw.toFixed(2)} ms`;
		goals.push({
			measure: `query and draw ${LANES} lanes x ${COLUMNS} pixels of ${formatCount(size)} changes, worst zoom`,
			goal: ratio === undefined ? `at most ${MOST_MILLIS} ms` : `at most 1.5x that`,
			measured: `${worst.toFixed(2)} ms (${parts})${ratio === undefined ? "" : `, ${ratio.toFixed(2)}x`}`,
			isMet: ratio === undefined ? worst <= MOST_MILLIS : ratio <= 1.5,
		});
		first ??= worst;
	}
	return goals;
}

interface Look {
	/** Milliseconds. */
	readonly query: number;
	readonly draw: number;
}

/** Of all zooms the one whose median view takes longest. */
function worstLook(capture: Capture): Look {
	const picture = blankPicture(LANES, COLUMNS);
	let worst: Look = { query: 0, draw: 0 };
	for (let part = 1; part * capture.changes >= FEWEST_IN_VIEW; part /= 2) {
		const span = (capture.endTime - capture.firstTime) * part;
		const looks = Array.from({ length: LOOKS }, (_, look): Look => {
			const from = capture.firstTime + (capture.endTime - capture.firstTime - span) * (look / LOOKS);
			const start = performance.now();
			const columns = queryColumns(capture, from, from + span, COLUMNS);
			const answered = performance.now();
			drawLanes({ ...picture, columns });
			return { query: answered - start, draw: performance.now() - answered };
		});
		const query = median(looks.map((look) => look.query));
		const draw = median(looks.map((look) => look.draw));
		if (query + draw > worst.query + worst.draw) worst = { query, draw };
	}
	return worst;
}

function searchGoals(capture: Capture): Goal[] {
	return searches.map(([name, search]) => {
		let count = 0;
		const times = Array.from({ length: 5 }, () => {
			const start = performance.now();
			const found = searchCapture(capture, search);
			found.advance(Number.POSITIVE_INFINITY, true);
			count = found.count;
			return performance.now() - start;
		});
		const millis = median(times);
		return {
			measure: `search for ${name} in ${formatCount(capture.changes)} changes`,
			goal: `within ${SEARCH_MILLIS} ms`,
			measured: `${millis.toFixed(0)} ms (${formatCount(count)} found)`,
			isMet: millis <= SEARCH_MILLIS,
		};
	});
}
