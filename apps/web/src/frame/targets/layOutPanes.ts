import type { Size } from "../../theme/pageSize.ts";

/** A part of a window; shares of it, 0 to 1. */
export interface Share extends Size {
	readonly left: number;
	readonly top: number;
}

/** More would each be too small to work with. */
export const MOST_PANES = 4;

/** Less room than this, in CSS pixels, and a page cannot be used. */
const LEAST: Size = { width: 400, height: 320 };
/** With this much a page has all of its columns. */
const GOOD: Size = { width: 960, height: 600 };

/** Where so many pages stand in a window, in reading order; undefined when they have no room in it. */
export function layOutPanes(count: number, window: Size): readonly Share[] | undefined {
	const grids = Array.from({ length: count }, (_, i) => {
		const columns = count - i;
		const rows = Math.ceil(count / columns);
		const size = { width: window.width / columns, height: window.height / rows };
		return { columns, rows, size, worth: Math.min(size.width / GOOD.width, size.height / GOOD.height) };
	});
	const [best] = grids
		.filter(({ size }) => count === 1 || (size.width >= LEAST.width && size.height >= LEAST.height))
		.sort((a, b) => b.worth - a.worth);
	if (best === undefined) return undefined;
	return Array.from({ length: count }, (_, i) => {
		const row = Math.floor(i / best.columns);
		// The last row may have fewer, which are wider then.
		const inRow = Math.min(best.columns, count - row * best.columns);
		return {
			left: (i - row * best.columns) / inRow,
			top: row / best.rows,
			width: 1 / inRow,
			height: 1 / best.rows,
		};
	});
}
