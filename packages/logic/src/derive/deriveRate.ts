import type { Capture } from "../capture/Capture.ts";
import { walkEdges } from "../measure/walkEdges.ts";
import type { DerivedColumns } from "./DerivedColumns.ts";
import { stretchesToLookAt } from "./stretchesToLookAt.ts";

/** Columns before and after each one over which edges are counted, so that a rate is more than noise. */
export const RATE_REACH = 4;

/** Edges a second of a channel, over the nine columns around each; NaN in columns of which nothing is known. */
export function deriveRate(
	capture: Capture,
	channel: number,
	from: number,
	to: number,
	columns: number,
): DerivedColumns {
	const column = (to - from) / columns;
	const first = from - RATE_REACH * column;
	const all = columns + 2 * RATE_REACH;
	const counts = new Float64Array(all);
	/** Known time in columns. */
	const known = new Float64Array(all);
	let begin = 0;
	const { isSampled, stretches } = stretchesToLookAt(capture, first, first + all * column, all);
	for (const stretch of stretches) {
		walkEdges(capture, channel, stretch.from, stretch.to, {
			begin: (time) => {
				begin = time;
			},
			edges: ({ times, first: start, end }) => {
				for (let at = start; at < end; at++) {
					const place = Math.floor(((times[at] as number) - first) / column);
					if (place >= 0 && place < all) counts[place] = (counts[place] as number) + 1;
				}
			},
			end: (time) => addSpan(known, (begin - first) / column, (time - first) / column),
		});
	}
	const perSecond = (1e6 * capture.ticksPerMicro) / column;
	const mean = new Float64Array(columns).map((_, place) => {
		if (known[place + RATE_REACH] === 0) return Number.NaN;
		let edges = 0;
		let time = 0;
		for (let near = place; near <= place + 2 * RATE_REACH; near++) {
			edges += counts[near] as number;
			time += known[near] as number;
		}
		return (edges / time) * perSecond;
	});
	return { from, to, min: mean.slice(), mean, max: mean.slice(), isSampled };
}

/** Adds to each column how much of it [left, right) covers; both in columns. */
function addSpan(columns: Float64Array, left: number, right: number): void {
	for (let place = Math.max(0, Math.floor(left)); place < Math.min(columns.length, right); place++) {
		const share = Math.min(right, place + 1) - Math.max(left, place);
		columns[place] = (columns[place] as number) + Math.max(0, share);
	}
}
