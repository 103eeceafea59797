import type { CanvasColors } from "../../theme/canvasColors.ts";
import { type LabelStyle, tickLabel } from "../view/tickLabels.ts";
import { multiplesIn, type Ruler } from "../view/ticks.ts";
import { type Axis, columnOf, openPieces } from "./Shown.ts";

/** Where and what a ruler is drawn. Lengths in device pixels. */
export interface RulerPicture {
	readonly left: number;
	readonly width: number;
	/** Height of the ruler; its foot is the plot's top. */
	readonly height: number;
	readonly ratio: number;
	readonly shown: Axis;
	readonly ruler: Ruler;
	readonly style: LabelStyle;
	readonly colors: CanvasColors;
	readonly font: string;
	/** Pixels, from the plot's left, of gaps too narrow to be seen. */
	readonly narrowGaps: readonly number[];
}

/** Draws ticks and labels: long ticks bear a label at their right. */
export function drawRuler(context: CanvasRenderingContext2D, picture: RulerPicture): void {
	const { left, width, height, ratio, shown, ruler, style, colors, font, narrowGaps } = picture;
	const { time: zero } = style.zero;
	const line = Math.max(1, Math.round(ratio));
	const pieces = openPieces(shown);
	const xOf = (time: number): number => left + Math.round(columnOf(time, shown));
	context.save();
	context.beginPath();
	context.rect(left, 0, width, height);
	context.clip();
	context.fillStyle = colors.line2;
	for (const piece of pieces) {
		for (const count of multiplesIn(piece, ruler.ticks, zero))
			context.fillRect(xOf(zero + count * ruler.ticks), height - 4 * ratio, line, 4 * ratio);
	}
	context.font = `${10.5 * ratio}px ${font}`;
	context.textAlign = "left";
	context.textBaseline = "alphabetic";
	for (const piece of pieces) {
		for (const count of multiplesIn(piece, ruler.labels, zero)) {
			const time = zero + count * ruler.labels;
			const x = xOf(time);
			context.fillStyle = colors.t3;
			context.fillRect(x, height - 8 * ratio, line, 8 * ratio);
			const text = tickLabel(time, style);
			// A label that is cut off could be read as another one; over a break it would name time that is not there.
			const room = xOf(piece.to) - x - 4 * ratio;
			if (room < text.length * 7 * ratio && context.measureText(text).width > room) continue;
			context.fillStyle = colors.t2;
			context.fillText(text, x + 4 * ratio, height - 4 * ratio);
		}
	}
	context.fillStyle = colors.amb;
	for (const x of narrowGaps) {
		context.fillRect(left + x, height - 5 * ratio, Math.max(line, Math.round(2 * ratio)), 5 * ratio);
	}
	context.restore();
}
