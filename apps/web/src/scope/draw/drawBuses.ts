import { type BusRun, RunKind } from "./busRuns.ts";
import type { StoredRange } from "./laneStates.ts";

/** How buses look; colours as CSS text. */
export interface BusStyle {
	/** Outline, and ground of a value at `fill` and of a block at `dense`, 0 to 1. */
	readonly color: string;
	readonly text: string;
	readonly fill: number;
	readonly dense: number;
	/** Family for values. */
	readonly font: string;
}

/** One bus in the picture. Lengths in device pixels. */
export interface DrawnBus {
	readonly runs: readonly BusRun[];
	/** First row of the bubbles, and the one after the last. */
	readonly top: number;
	readonly bottom: number;
	textOf(levels: number): string;
}

const FONT_SIZE = 10;
/** How far a bubble's end is slanted, CSS pixels. */
const SLANT = 3;
/** Free at each side of a value's text, CSS pixels. */
const TEXT_ROOM = 4;

/**
 * Draws buses as bubbles that cross at changes, with their values where there is room.
 *
 * @param area the plot in device pixels; columns count from its left
 * @param stored columns with data: a bubble that reaches their end goes on beyond it
 * @param ratio device pixels per CSS pixel
 */
export function drawBuses(
	context: CanvasRenderingContext2D,
	buses: readonly DrawnBus[],
	area: { readonly left: number; readonly top: number; readonly height: number },
	stored: StoredRange,
	ratio: number,
	style: BusStyle,
): void {
	if (buses.length === 0) return;
	context.save();
	context.beginPath();
	context.translate(area.left, area.top);
	context.rect(stored.first, 0, stored.end - stored.first, area.height);
	context.clip();
	context.font = `500 ${FONT_SIZE * ratio}px ${style.font}`;
	context.textAlign = "center";
	context.textBaseline = "middle";
	context.lineWidth = Math.max(1, Math.round(ratio));
	const character = context.measureText("0").width;
	for (const bus of buses) {
		if (bus.bottom <= 0 || bus.top >= area.height) continue;
		drawBlocks(context, bus, style);
		drawBubbles(context, bus, stored, ratio, style);
		drawValues(context, bus, character, ratio, style);
	}
	context.restore();
}

function drawBlocks(
	context: CanvasRenderingContext2D,
	{ runs, top, bottom }: DrawnBus,
	style: BusStyle,
): void {
	context.fillStyle = style.color;
	context.globalAlpha = style.dense;
	for (const { kind, from, to } of runs)
		if (kind === RunKind.dense) context.fillRect(from, top, to - from, bottom - top);
	context.globalAlpha = 1;
}

function drawBubbles(
	context: CanvasRenderingContext2D,
	{ runs, top, bottom }: DrawnBus,
	stored: StoredRange,
	ratio: number,
	style: BusStyle,
): void {
	const middle = (top + bottom) / 2;
	// Lines of odd thickness are sharp on half pixels.
	const half = context.lineWidth / 2;
	context.beginPath();
	for (const { kind, from, to } of runs) {
		if (kind !== RunKind.value) continue;
		const slant = Math.min(SLANT * ratio, (to - from) / 2);
		const left = from <= stored.first ? from - 2 * slant : from + half;
		const right = to >= stored.end ? to + 2 * slant : to + half;
		context.moveTo(left, middle);
		context.lineTo(left + slant, top + half);
		context.lineTo(right - slant, top + half);
		context.lineTo(right, middle);
		context.lineTo(right - slant, bottom - half);
		context.lineTo(left + slant, bottom - half);
		context.closePath();
	}
	context.fillStyle = style.color;
	context.strokeStyle = style.color;
	context.globalAlpha = style.fill;
	context.fill();
	context.globalAlpha = 0.75;
	context.stroke();
	context.globalAlpha = 1;
}

function drawValues(
	context: CanvasRenderingContext2D,
	{ runs, top, bottom, textOf }: DrawnBus,
	character: number,
	ratio: number,
	style: BusStyle,
): void {
	const middle = (top + bottom) / 2 + 0.5 * ratio;
	const room = 2 * TEXT_ROOM * ratio;
	context.fillStyle = style.text;
	for (const { kind, from, to, levels } of runs) {
		if (kind !== RunKind.value || to - from < character + room) continue;
		const text = textOf(levels);
		if (text.length * character + room > to - from) continue;
		context.fillText(text, (from + to) / 2, middle);
	}
}
