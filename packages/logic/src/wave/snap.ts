import type { WaveDocument } from "./document.ts";
import { type EdgeRef, isSelected, type WaveSelection } from "./selection.ts";
import { edgesUntil } from "./track.ts";

/** A named place to which times snap. */
export interface SnapMarker {
	readonly name: string;
	/** Microseconds. */
	readonly time: number;
}

/** What snapping may use. */
export interface SnapOptions {
	/** Grid step in whole microseconds, 1 or more. Off the targets, times always fall on the grid. */
	readonly grid: number;
	/** How near an edge or marker must be, in microseconds. */
	readonly reach: number;
	readonly markers?: readonly SnapMarker[];
	/** Edges that are being moved and so are no targets. */
	readonly without?: WaveSelection;
}

/** What a time snapped to. */
export type SnapTarget =
	| { readonly kind: "grid" }
	| { readonly kind: "edge"; readonly edge: EdgeRef }
	| { readonly kind: "marker"; readonly name: string };

/** A snapped time in whole microseconds. */
export interface Snapped {
	readonly time: number;
	readonly target: SnapTarget;
}

/** Snaps a time to the nearest edge or marker within reach, otherwise to the grid. Edges win a tie. */
export function snapTime(document: WaveDocument, time: number, options: SnapOptions): Snapped {
	let best: Snapped | undefined;
	let distance = options.reach;
	const offer = (candidate: number, target: SnapTarget) => {
		const away = Math.abs(candidate - time);
		if (away > distance || (best !== undefined && away === distance)) return;
		best = { time: candidate, target };
		distance = away;
	};
	for (const track of document.tracks) {
		const near = edgesUntil(track.edges, time - options.reach - 1);
		for (let index = near; index < track.edges.length; index++) {
			const edge = track.edges[index] ?? 0;
			if (edge > time + options.reach) break;
			const ref = { gpio: track.gpio, index };
			if (options.without === undefined || !isSelected(options.without, ref))
				offer(edge, { kind: "edge", edge: ref });
		}
	}
	const ends = [
		{ name: "start", time: 0 },
		{ name: "end", time: document.length },
	];
	for (const marker of [...(options.markers ?? []), ...ends])
		offer(Math.round(marker.time), { kind: "marker", name: marker.name });
	return best ?? { time: Math.round(time / options.grid) * options.grid, target: { kind: "grid" } };
}

/**
 * Snaps a stretch that moves as a whole: by its start or by its end, whichever is nearer to an edge or marker,
 * otherwise by its start to the grid. Returns the snapped start, and the time that met the target.
 */
export function snapStretch(
	document: WaveDocument,
	start: number,
	width: number,
	options: SnapOptions,
): { start: number; at: Snapped } {
	const first = snapTime(document, start, options);
	const last = snapTime(document, start + width, options);
	const byEnd =
		last.target.kind !== "grid" &&
		(first.target.kind === "grid" || Math.abs(last.time - start - width) < Math.abs(first.time - start));
	return byEnd ? { start: last.time - width, at: last } : { start: first.time, at: first };
}
