import { PixelState } from "../draw/laneStates.ts";
import type { LaneSize } from "../lanes/laneLayout.ts";

/** How far the other trace stands above its place, CSS pixels: both can be seen where they are the same. */
const RAISED = 5;
const DASH = [4, 3];

/**
 * Draws the trace of the other capture into a lane, dashed and raised. Coordinates are device pixels.
 *
 * @param states one PixelState a column
 * @param top of the lane
 */
export function drawOther(
	context: CanvasRenderingContext2D,
	states: Uint8Array,
	{ height, padTop, padBottom }: LaneSize,
	top: number,
	ratio: number,
): void {
	const half = Math.round(ratio) / 2;
	const high = Math.round(top + (padTop - RAISED) * ratio) + half;
	const low = Math.round(top + (height - padBottom - RAISED) * ratio) - half;
	context.setLineDash(DASH.map((length) => length * ratio));
	context.lineWidth = Math.round(ratio);
	context.beginPath();
	for (let x = 0; x < states.length; ) {
		const state = states[x] as number;
		let end = x + 1;
		while (end < states.length && states[end] === state) end++;
		const isHigh = state === PixelState.high || state === PixelState.besideHigh;
		const isLow = state === PixelState.low || state === PixelState.besideLow;
		if (isHigh || state === PixelState.dense) line(context, x, high, end, high);
		if (isLow || state === PixelState.dense) line(context, x, low, end, low);
		if (state === PixelState.edge || state === PixelState.dense) line(context, x + half, high, x + half, low);
		if (state === PixelState.dense) line(context, end - half, high, end - half, low);
		x = end;
	}
	context.stroke();
	context.setLineDash([]);
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
	context.moveTo(x1, y1);
	context.lineTo(x2, y2);
}
