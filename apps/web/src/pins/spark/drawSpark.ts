import type { CanvasColors } from "../../theme/canvasColors.ts";
import type { SparkRun } from "./sparkShape.ts";

/** Free space above the high and below the low rail, in CSS px. */
const PAD = 3;
const LINE = 1.25;

/** Draws one trace into a canvas of `width` by `height` CSS px, one run pixel per CSS px. */
export function drawSpark(
	context: CanvasRenderingContext2D,
	runs: readonly SparkRun[],
	color: string,
	colors: CanvasColors,
	size: { readonly width: number; readonly height: number; readonly ratio: number },
): void {
	const { width, height, ratio } = size;
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	const high = PAD + LINE / 2;
	const low = height - PAD - LINE / 2;
	context.fillStyle = color;
	context.strokeStyle = color;
	context.lineWidth = LINE;
	for (const { kind, from, to } of runs) {
		if (kind === "high") fill(context, colors.fill, from, high, to, low);
		else if (kind === "dense") fill(context, colors.dense, from, high, to, low);
		else if (kind === "unknown") hatch(context, colors, from, to, height);
	}
	context.globalAlpha = 1;
	context.beginPath();
	for (const { kind, from, to } of runs) {
		if (kind === "unknown") continue;
		if (kind === "high" || kind === "dense") line(context, from, to, high);
		if (kind === "low" || kind === "dense") line(context, from, to, low);
		if (kind !== "edge") continue;
		context.moveTo(from + 0.5, high - LINE / 2);
		context.lineTo(from + 0.5, low + LINE / 2);
	}
	context.stroke();
}

function line(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
	context.moveTo(from, y);
	context.lineTo(to, y);
}

function fill(
	context: CanvasRenderingContext2D,
	alpha: number,
	from: number,
	top: number,
	to: number,
	bottom: number,
): void {
	context.globalAlpha = alpha;
	context.fillRect(from, top, to - from, bottom - top);
}

function hatch(
	context: CanvasRenderingContext2D,
	colors: CanvasColors,
	from: number,
	to: number,
	height: number,
): void {
	context.save();
	context.beginPath();
	context.rect(from, PAD, to - from, height - 2 * PAD);
	context.clip();
	context.globalAlpha = 1;
	context.fillStyle = colors.hatchBg;
	context.fillRect(from, PAD, to - from, height);
	context.strokeStyle = colors.hatch;
	context.lineWidth = 1.5;
	context.beginPath();
	// Lines keep their places while the stretch moves under them.
	for (let x = Math.floor((from - height) / 8) * 8; x < to + height; x += 8) {
		context.moveTo(x, height);
		context.lineTo(x + height, 0);
	}
	context.stroke();
	context.restore();
}
