import type { WaveDocument, WaveTrack } from "@gpioscope/logic";
import type { CanvasColors } from "../../theme/canvasColors.ts";
import { rulerSteps, ticksIn } from "../model/rulerTicks.ts";
import { toPixel, type WaveViewport } from "../model/viewport.ts";
import { highRail, lowRail, trackHeight } from "./trackGeometry.ts";
import { type TrackRun, trackRuns } from "./trackRuns.ts";

/** What the plot shows beneath the selection. */
export interface TracksScene {
	readonly document: WaveDocument;
	readonly view: WaveViewport;
	/** CSS pixels. */
	readonly width: number;
	readonly height: number;
	readonly colors: CanvasColors;
	/** A trace colour for each track, in order. */
	readonly traces: readonly string[];
	/** Opacity is lowered where the tracks differ from these, as during a drag: the old course, dashed. */
	readonly ghosts?: ReadonlyMap<number, WaveTrack> | undefined;
}

/** Paints grid, traces and the document's end. */
export function paintTracks(context: CanvasRenderingContext2D, scene: TracksScene): void {
	const { document, view, width, height, colors } = scene;
	const bottom = document.tracks.length * trackHeight;
	paintGrid(context, scene, bottom);
	document.tracks.forEach((track, row) => {
		const top = row * trackHeight;
		const trace = scene.traces[row] ?? colors.t2;
		const ghost = scene.ghosts?.get(track.gpio);
		if (ghost !== undefined) paintGhost(context, trackRuns(ghost, view, width), top, trace);
		paintTrace(context, trackRuns(track, view, width), top, trace, colors);
		context.fillStyle = colors.line;
		context.fillRect(0, top + trackHeight - 1, width, 1);
	});
	const end = toPixel(view, document.length);
	const start = toPixel(view, 0);
	context.fillStyle = colors.bg;
	context.globalAlpha = 0.55;
	if (end < width) context.fillRect(end, 0, width - end, bottom);
	if (start > 0) context.fillRect(0, 0, start, bottom);
	context.globalAlpha = 1;
	if (end >= 0 && end <= width)
		dashedLine(context, Math.round(end) + 0.5, 0, Math.min(bottom, height), colors.t3, [2, 3]);
}

/** Draws a vertical dashed line. */
export function dashedLine(
	context: CanvasRenderingContext2D,
	x: number,
	from: number,
	to: number,
	color: string,
	dash: number[],
): void {
	context.strokeStyle = color;
	context.lineWidth = 1;
	context.setLineDash(dash);
	context.beginPath();
	context.moveTo(x, from);
	context.lineTo(x, to);
	context.stroke();
	context.setLineDash([]);
}

/** Draws the vertical lines of the ruler's steps. */
export function paintGrid(
	context: CanvasRenderingContext2D,
	{ view, width, colors }: Pick<TracksScene, "view" | "width" | "colors">,
	bottom: number,
): void {
	const { major } = rulerSteps(view.scale);
	context.fillStyle = colors.grid2;
	for (const time of ticksIn(view, width, major))
		context.fillRect(Math.round(toPixel(view, time)), 0, 1, bottom);
}

/** Draws one track's course between two rails, px from its top. */
export function paintTrace(
	context: CanvasRenderingContext2D,
	runs: readonly TrackRun[],
	top: number,
	trace: string,
	colors: CanvasColors,
	{ high, low } = { high: highRail, low: lowRail },
): void {
	context.fillStyle = trace;
	let before: TrackRun["level"] | undefined;
	for (const { from, to, level } of runs) {
		const x = Math.round(from);
		const width = Math.max(level === "dense" ? 1 : 0, Math.round(to) - x);
		if (level === "dense") {
			context.globalAlpha = colors.dense;
			context.fillRect(x, top + high, width, low - high);
		} else if (level === 1) {
			context.globalAlpha = colors.fill;
			context.fillRect(x, top + high, width, low - high);
		}
		context.globalAlpha = 1;
		if (level !== 0) rail(context, x, top + high, width);
		if (level !== 1) rail(context, x, top + low, width);
		if (before !== undefined && before !== level) edge(context, x, top + high, low - high);
		before = level;
	}
}

/** A line of 1.5 px: crisp at any pixel ratio, as one full row and a second one at half strength. */
function rail(context: CanvasRenderingContext2D, x: number, y: number, width: number): void {
	context.fillRect(x, y - 1, width + 1, 1);
	context.globalAlpha = 0.5;
	context.fillRect(x, y, width + 1, 1);
	context.globalAlpha = 1;
}

function edge(context: CanvasRenderingContext2D, x: number, y: number, height: number): void {
	context.fillRect(x, y - 1, 1, height + 1);
	context.globalAlpha = 0.5;
	context.fillRect(x + 1, y - 1, 1, height + 1);
	context.globalAlpha = 1;
}

function paintGhost(
	context: CanvasRenderingContext2D,
	runs: readonly TrackRun[],
	top: number,
	trace: string,
): void {
	context.strokeStyle = trace;
	context.globalAlpha = 0.7;
	context.lineWidth = 1;
	context.setLineDash([3, 3]);
	context.beginPath();
	let isFirst = true;
	for (const { from, to, level } of runs) {
		const y = top + (level === 0 ? lowRail : highRail) - 0.5;
		if (isFirst) context.moveTo(from, y);
		else context.lineTo(Math.round(from) + 0.5, y);
		context.lineTo(Math.round(to) + 0.5, y);
		isFirst = false;
	}
	context.stroke();
	context.setLineDash([]);
	context.globalAlpha = 1;
}
