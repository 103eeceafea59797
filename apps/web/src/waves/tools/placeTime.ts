import { type SnapTarget, snapStretch, snapTime, type WaveSelection } from "@gpioscope/logic";
import type { ToolContext } from "./ToolState.ts";

/** Pixels within which edges and markers attract. */
const snapReach = 6;

/** A time as a gesture uses it, and what it snapped to. */
export interface PlacedTime {
	readonly time: number;
	readonly target: SnapTarget | undefined;
}

/** Rounds or snaps a time, as the settings and the Alt key say. */
export function placeTime(
	context: ToolContext,
	time: number,
	isFree: boolean,
	without: WaveSelection = [],
): PlacedTime {
	if (isFree || !context.snap.isOn) return { time: Math.round(time), target: undefined };
	return snapTime(context.document, time, optionsOf(context, without));
}

/** Snaps a stretch that moves as a whole; `time` is its new start. */
export function placeStretch(
	context: ToolContext,
	start: number,
	width: number,
	isFree: boolean,
	without: WaveSelection,
): PlacedTime {
	if (isFree || !context.snap.isOn) return { time: Math.round(start), target: undefined };
	const snapped = snapStretch(context.document, start, width, optionsOf(context, without));
	return { time: snapped.start, target: snapped.at.target };
}

function optionsOf({ snap, scale }: ToolContext, without: WaveSelection) {
	return { grid: snap.grid, reach: snap.toEdges ? snapReach * scale : -1, without };
}

/** Pixels the pointer must move before a press becomes a drag. */
const dragDistance = 3;

/** True when the pointer has moved far enough from where it was pressed. */
export function isDrag(start: { x: number; y: number }, now: { x: number; y: number }): boolean {
	return Math.hypot(now.x - start.x, now.y - start.y) >= dragDistance;
}
