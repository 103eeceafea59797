import { trackOf, type WaveDocument, withTrack } from "./document.ts";
import { edgesByTrack, type WaveSelection } from "./selection.ts";

/** How far a selection can move, in microseconds; min is 0 or negative, max 0 or positive. */
export interface MoveLimits {
	readonly min: number;
	readonly max: number;
}

/** Says how far edges can move together before they leave the document or meet an edge that stays. */
export function moveLimits(document: WaveDocument, selection: WaveSelection): MoveLimits {
	let min = -document.length;
	let max = document.length;
	for (const [gpio, indices] of edgesByTrack(selection)) {
		const edges = trackOf(document, gpio)?.edges ?? [];
		for (const index of indices) {
			const time = edges[index];
			if (time === undefined) continue;
			const floor = indices.has(index - 1) || index === 0 ? 0 : (edges[index - 1] ?? -1) + 1;
			const next = edges[index + 1];
			const ceiling = indices.has(index + 1) || next === undefined ? document.length : next - 1;
			min = Math.max(min, floor - time);
			max = Math.min(max, ceiling - time);
		}
	}
	return selection.length === 0 ? { min: 0, max: 0 } : { min: Math.min(0, min), max: Math.max(0, max) };
}

/**
 * Moves edges by the same time, in whole microseconds, as far as moveLimits allows. Edges keep their order and their
 * indices, so a selection stays valid.
 */
export function moveEdges(document: WaveDocument, selection: WaveSelection, by: number): WaveDocument {
	const { min, max } = moveLimits(document, selection);
	const delta = Math.min(max, Math.max(min, Math.round(by)));
	if (delta === 0) return document;
	let moved = document;
	for (const [gpio, indices] of edgesByTrack(selection))
		moved = withTrack(moved, gpio, (track) => ({
			...track,
			edges: track.edges.map((time, index) => (indices.has(index) ? time + delta : time)),
		}));
	return moved;
}

/** Moves one edge to a time, as far as its neighbours allow. */
export function moveEdge(document: WaveDocument, gpio: number, index: number, time: number): WaveDocument {
	const now = trackOf(document, gpio)?.edges[index];
	return now === undefined ? document : moveEdges(document, [{ gpio, index }], time - now);
}
