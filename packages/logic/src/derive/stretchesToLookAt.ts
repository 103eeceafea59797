import type { Capture } from "../capture/Capture.ts";

/** From so many changes on, of all channels, a view is only sampled. */
const MOST_CHANGES = 2 ** 20;

export interface LookedAt {
	readonly from: number;
	readonly to: number;
}

/** What of a view is looked at: all of it, or the beginning of each column where that would be too much. */
export function stretchesToLookAt(
	capture: Capture,
	from: number,
	to: number,
	columns: number,
	most = MOST_CHANGES,
): { readonly isSampled: boolean; readonly stretches: readonly LookedAt[] } {
	if (changesIn(capture, from, to) <= most) return { isSampled: false, stretches: [{ from, to }] };
	const column = (to - from) / columns;
	const each = Math.max(1, Math.floor(most / columns));
	const stretches = Array.from({ length: columns }, (_, place) => {
		const start = from + place * column;
		return { from: start, to: Math.min(start + column, timeAfter(capture, start, each)) };
	});
	return { isSampled: true, stretches };
}

function changesIn({ chunks }: Capture, from: number, to: number): number {
	let changes = 0;
	for (let place = Math.max(0, chunks.indexFrom(from)); ; place++) {
		const chunk = chunks.at(place);
		if (chunk === undefined || chunk.base >= to) return changes;
		changes += chunk.lowerBound(to) - chunk.lowerBound(from);
	}
}

/** When so many changes have happened since a time; the end of the chunk where it has no more. */
function timeAfter({ chunks }: Capture, time: number, changes: number): number {
	const place = Math.max(0, chunks.indexFrom(time));
	const chunk = chunks.at(place);
	if (chunk === undefined) return Number.POSITIVE_INFINITY;
	const index = chunk.lowerBound(time) + changes;
	if (index < chunk.count) return chunk.timeAt(index);
	return chunks.at(place + 1)?.base ?? Number.POSITIVE_INFINITY;
}
