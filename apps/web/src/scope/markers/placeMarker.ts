import { shownCapture, shownStore } from "../../bridge/index.ts";
import { rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { changeMarker, scopeStore, setCursor } from "../scopeStore.ts";
import { onTick } from "./onTick.ts";
import { noteSnap } from "./snapStore.ts";

/** CSS pixels within which a marker snaps to an edge. */
export const SNAP_PIXELS = 6;

/** Mask of the lanes whose edges count: the selected ones, else all on screen. */
export function edgeMask(): number {
	const { selected } = scopeStore.getState();
	if (selected.length > 0) return selected.reduce((mask, channel) => mask | (1 << channel), 0) >>> 0;
	return laneStore.getState().rows.reduce((mask, row) => mask | rowMask(row), 0) >>> 0;
}

/** An edge: its capture time (µs), and the channels of the mask that change there. */
interface FoundEdge {
	readonly time: number;
	readonly channels: number;
}

/** The edge nearest to `time` within `reach` µs on a channel of the mask; undefined when there is none. */
async function nearestEdge(mask: number, time: number, reach: number): Promise<FoundEdge | undefined> {
	const tick = 1 / shownStore.getState().ticksPerMicro;
	const [before, after] = await Promise.all([
		// Edges lie on whole ticks: one at `time` itself is found by looking from just after it.
		shownCapture.previousEdge(mask, time + tick / 2),
		shownCapture.nextEdge(mask, time),
	]);
	const near = [before, after].filter(
		(edge): edge is number => edge !== undefined && Math.abs(edge - time) <= reach,
	);
	const nearest = near.sort((a, b) => Math.abs(a - time) - Math.abs(b - time))[0];
	if (nearest === undefined) return undefined;
	const [old, now] = await Promise.all([shownCapture.levelAt(nearest - tick), shownCapture.levelAt(nearest)]);
	return { time: nearest, channels: ((old.level ^ now.level) & mask) >>> 0 };
}

/** Moves a marker of `shownMarkers` by its id. */
function moveMarker(id: string, time: number): void {
	if (id === "gold" || id === "blue" || id === "green" || id === "red") setCursor(id, time);
	else changeMarker(Number(id.slice(1)), { time });
}

let latest = 0;

/** Moves a marker to the tick at this time; an edge that is still being looked for no longer counts. */
export function moveMarkerFreely(id: string, time: number): void {
	latest++;
	noteSnap(id, undefined);
	moveMarker(id, onTick(time));
}

/** Moves a marker, onto an edge if one is near; a later call wins over an answer that comes late. */
export function moveMarkerSnapped(id: string, time: number, mask: number, reach: number): void {
	moveMarkerFreely(id, time);
	const turn = latest;
	nearestEdge(mask, time, reach).then(
		(edge) => {
			if (edge === undefined || turn !== latest) return;
			noteSnap(id, edge);
			moveMarker(id, edge.time);
		},
		(error: unknown) => console.error("The capture did not answer.", error),
	);
}
