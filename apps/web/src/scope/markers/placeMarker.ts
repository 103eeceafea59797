import { shownCapture } from "../../bridge/index.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { changeMarker, scopeStore, setCursor } from "../scopeStore.ts";

/** CSS pixels within which a marker snaps to an edge. */
export const SNAP_PIXELS = 6;

/** Mask of the lanes whose edges count: the selected ones, else all on screen. */
export function edgeMask(): number {
	const { selected } = scopeStore.getState();
	const channels = selected.length > 0 ? selected : laneStore.getState().lanes.map((lane) => lane.channel);
	return channels.reduce((mask, channel) => mask | (1 << channel), 0) >>> 0;
}

/** The edge nearest to `time` within `reach` µs on a channel of the mask; undefined when there is none. */
export async function nearestEdge(mask: number, time: number, reach: number): Promise<number | undefined> {
	const [before, after] = await Promise.all([
		// Edges lie on whole microseconds: one at `time` itself is found by looking from just after it.
		shownCapture.previousEdge(mask, time + 0.5),
		shownCapture.nextEdge(mask, time),
	]);
	const near = [before, after].filter(
		(edge): edge is number => edge !== undefined && Math.abs(edge - time) <= reach,
	);
	return near.sort((a, b) => Math.abs(a - time) - Math.abs(b - time))[0];
}

/** Moves a marker of `shownMarkers` by its id. */
export function moveMarker(id: string, time: number): void {
	if (id === "gold" || id === "blue" || id === "green" || id === "red") setCursor(id, time);
	else changeMarker(Number(id.slice(1)), { time });
}

let latest = 0;

/** Moves a marker, onto an edge if one is near; a later call wins over an answer that comes late. */
export function moveMarkerSnapped(id: string, time: number, mask: number, reach: number): void {
	moveMarker(id, time);
	latest++;
	const turn = latest;
	nearestEdge(mask, time, reach).then(
		(edge) => {
			if (edge !== undefined && turn === latest) moveMarker(id, edge);
		},
		(error: unknown) => console.error("The capture did not answer.", error),
	);
}
