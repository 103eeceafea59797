import type { Columns } from "@gpioscope/logic";
import type { Lane } from "../lanes/laneLayout.ts";
import type { Shown } from "./Shown.ts";

const SIDE = 5;

/**
 * Small triangles at the low rail where a watchdog told that nothing happened.
 *
 * @param corner the plot's left and top, device pixels
 */
export function drawWatchdogs(
	context: CanvasRenderingContext2D,
	watchdogs: Columns["watchdogs"],
	lanes: readonly Lane[],
	{ view, scale, ratio, scroll }: Shown,
	corner: { readonly left: number; readonly top: number },
	color: string,
): void {
	if (watchdogs.length === 0) return;
	const side = SIDE * ratio;
	context.fillStyle = color;
	for (const { time, gpio: channel } of watchdogs) {
		const lane = lanes.find((one) => one.channel === channel);
		if (lane === undefined) continue;
		const x = corner.left + (time - view.from) / scale;
		const foot = corner.top + (lane.top + lane.height - lane.padBottom - scroll) * ratio;
		if (foot < corner.top) continue;
		context.beginPath();
		context.moveTo(x - side / 2, foot + side);
		context.lineTo(x + side / 2, foot + side);
		context.lineTo(x, foot);
		context.fill();
	}
}
