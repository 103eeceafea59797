import { edgesUntil, pulseAtTime, type WaveDocument } from "@gpioscope/logic";
import type { Hit } from "./ToolState.ts";

/** How a point of the plot is to be judged. */
export interface HitArea {
	/** Microseconds of one pixel. */
	readonly scale: number;
	/** Pixels to either side of an edge that count as the edge. */
	readonly reach: number;
}

/** Says what lies at a time on a row of tracks. Edges win over the pulses they bound. */
export function hitTest(document: WaveDocument, row: number, time: number, area: HitArea): Hit {
	const track = document.tracks[row];
	if (track === undefined || row < 0) return { kind: "nothing" };
	const reach = area.reach * area.scale;
	const after = edgesUntil(track.edges, time);
	const left = track.edges[after - 1];
	const right = track.edges[after];
	const toLeft = left === undefined ? Number.POSITIVE_INFINITY : time - left;
	const toRight = right === undefined ? Number.POSITIVE_INFINITY : right - time;
	// A narrow pulse keeps a middle by which it can be taken: its edges then reach outward only.
	const isNarrow = (after & 1) === 1 && right !== undefined && left !== undefined && right - left < 3 * reach;
	const nearest = toLeft <= toRight ? after - 1 : after;
	const distance = Math.min(toLeft, toRight);
	if (distance <= (isNarrow ? reach / 3 : reach))
		return { kind: "edge", edge: { gpio: track.gpio, index: nearest } };
	const pulse = pulseAtTime(track, document.length, time);
	if (pulse !== undefined && time <= document.length)
		return { kind: "pulse", pulse: { gpio: track.gpio, ...pulse } };
	return { kind: "track", gpio: track.gpio };
}
