import type { Chunk } from "../capture/Chunk.ts";
import type { ChunkList } from "../capture/ChunkList.ts";

/**
 * Changes [first, last) of one chunk, maybe none, in a stretch in which the same channels are known; with what is
 * needed to look at them. Times are ticks of the capture.
 */
export interface TriggerRun {
	readonly chunks: ChunkList;
	/** Which of the chunks it is. */
	readonly place: number;
	readonly chunk: Chunk;
	readonly first: number;
	readonly last: number;
	/** Channels that the chunk stores inverted there. */
	readonly correction: number;
	/** How many changes the capture has had, dropped ones included, before the one at `first`. */
	readonly position: number;
	/** Until then there is no further change; behind the time of all of them. */
	readonly until: number;
}

/** The true level word before the change at a place of a run. */
export function levelBefore({ chunk, correction }: TriggerRun, at: number): number {
	return chunk.levelAfter(at - 1) ^ correction;
}

/** When one of the channels in a mask changed last before the place, if after `since`. */
export function lastEdge(
	{ chunks, chunk, place }: TriggerRun,
	at: number,
	mask: number,
	since: number,
): number | undefined {
	let looked: Chunk | undefined = chunk;
	let from = at - 1;
	for (let earlier = place; looked !== undefined; from = (looked?.count ?? 0) - 1) {
		const index = looked.previous(mask, from);
		if (index >= 0) {
			const time = looked.timeAt(index);
			return time > since ? time : undefined;
		}
		if (looked.base < since) return undefined;
		looked = chunks.at(--earlier);
	}
	return undefined;
}
