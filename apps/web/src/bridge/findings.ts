import { type Capture, type Found, type Match, type Search, searchCapture } from "@gpioscope/logic";

/** What a search has found so far; times in µs of the capture. */
export interface FindProgress {
	/** Rank of the oldest match that is kept. */
	readonly first: number;
	readonly count: number;
	/** Whether everything captured so far has been looked at; else ask again. */
	readonly isComplete: boolean;
	/** Which of the columns asked for have a match: 1 or 0 each. */
	readonly columns: Uint8Array;
}

/** Longer than this one answer does not hold up the others, ms. */
const PATIENCE = 15;
/** Changes looked at between two looks at the clock. */
const SLICE = 2 ** 17;

/** The latest search of each capture: asking again for the same one goes on where it stopped. */
const findings = new WeakMap<Capture, { readonly key: string; readonly found: Found }>();

function findingOf(capture: Capture, search: Search): Found {
	const key = JSON.stringify(search);
	const known = findings.get(capture);
	if (known?.key === key) return known.found;
	const found = searchCapture(capture, search);
	findings.set(capture, { key, found });
	return found;
}

/** Looks further for a while, and tells what was found. @param grows whether the capture may still grow */
export function findFurther(
	capture: Capture,
	ask: {
		readonly search: Search;
		readonly grows: boolean;
		readonly from: number;
		readonly to: number;
		readonly columns: number;
	},
): FindProgress {
	const found = findingOf(capture, ask.search);
	const until = performance.now() + PATIENCE;
	let isComplete = false;
	do isComplete = found.advance(SLICE, !ask.grows);
	while (!isComplete && performance.now() < until);
	const { first, count } = found;
	return { first, count, isComplete, columns: found.columns(ask.from, ask.to, ask.columns) };
}

/** The match of a rank. */
export function matchAt(capture: Capture, search: Search, rank: number): Match | undefined {
	return findingOf(capture, search).at(rank);
}

/** The match that ends next after a time, or last before it. */
export function matchBeside(
	capture: Capture,
	search: Search,
	time: number,
	direction: "next" | "previous",
): Match | undefined {
	const found = findingOf(capture, search);
	return direction === "next" ? found.after(time) : found.before(time);
}

/** A search whose widths count in ticks instead of microseconds. */
export function searchInTicks(search: Search, ticks: number): Search {
	if (search.kind !== "pulse") return search;
	const { min, max, ...rest } = search;
	return {
		...rest,
		...(min !== undefined && { min: min * ticks }),
		...(max !== undefined && { max: max * ticks }),
	};
}
