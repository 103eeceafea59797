import type { LevelChange, WaveDocument, WaveTrack, WaveVerdict } from "@gpioscope/logic";
import type { CanvasColors } from "../../theme/canvasColors.ts";
import { toPixel, type WaveViewport } from "../model/viewport.ts";
import { paintGrid, paintTrace } from "./paintTracks.ts";
import { trackHeight } from "./trackGeometry.ts";
import { trackRuns } from "./trackRuns.ts";

/** What the plot shows when a wave is compared with its capture. */
export interface VerifyScene {
	/** The document as it was played. */
	readonly document: WaveDocument;
	readonly captured: ReadonlyMap<number, readonly LevelChange[]>;
	readonly verdict: WaveVerdict;
	readonly view: WaveViewport;
	readonly width: number;
	readonly colors: CanvasColors;
	readonly traces: readonly string[];
	readonly font: string;
}

/** Rails of the captured course, px from a track's top; the expected one is drawn higher. */
const rails = { high: 19, low: 50 };
const raise = 5;

/** Paints captured courses, the expected ones over them, and where they differ too much. */
export function paintVerify(context: CanvasRenderingContext2D, scene: VerifyScene): void {
	const { document, colors, captured, view, width } = scene;
	paintGrid(context, scene, document.tracks.length * trackHeight);
	document.tracks.forEach((track, row) => {
		const top = row * trackHeight;
		const course = courseOf(track.gpio, captured.get(track.gpio) ?? []);
		paintBands(context, scene, track.gpio, top);
		paintTrace(context, trackRuns(course, view, width), top, scene.traces[row] ?? colors.t2, colors, rails);
		paintExpected(context, scene, track.gpio, top);
		paintFailures(context, scene, track.gpio, top);
		context.fillStyle = colors.line;
		context.fillRect(0, top + trackHeight - 1, width, 1);
	});
}

function courseOf(gpio: number, edges: readonly LevelChange[]): WaveTrack {
	return { gpio, initial: edges[0]?.level === 0 ? 1 : 0, edges: edges.map((edge) => edge.time) };
}

function paintBands(
	context: CanvasRenderingContext2D,
	{ verdict, view, width, colors }: VerifyScene,
	gpio: number,
	top: number,
): void {
	const half = verdict.tolerance / view.scale;
	// Narrower than a pixel or two a band says nothing.
	if (half < 1) return;
	context.fillStyle = colors.t2;
	context.globalAlpha = 0.15;
	for (const { time } of verdict.tracks.get(gpio)?.edges ?? []) {
		const x = toPixel(view, time);
		if (x > -half && x < width + half) context.fillRect(x - half, top + 6, 2 * half, trackHeight - 13);
	}
	context.globalAlpha = 1;
}

function paintExpected(
	context: CanvasRenderingContext2D,
	{ verdict, view, width, colors }: VerifyScene,
	gpio: number,
	top: number,
): void {
	const course = courseOf(gpio, verdict.tracks.get(gpio)?.edges ?? []);
	context.strokeStyle = colors.t2;
	context.lineWidth = 1;
	context.setLineDash([4, 3]);
	context.beginPath();
	for (const { from, to, level } of trackRuns(course, view, width)) {
		const y = top + (level === 0 ? rails.low : rails.high) - raise - 0.5;
		if (from === 0) context.moveTo(0, y);
		else context.lineTo(Math.round(from) + 0.5, y);
		context.lineTo(Math.round(to) + 0.5, y);
	}
	context.stroke();
	context.setLineDash([]);
}

function paintFailures(
	context: CanvasRenderingContext2D,
	{ verdict, view, width, colors, font }: VerifyScene,
	gpio: number,
	top: number,
): void {
	const { edges = [], extra = [] } = verdict.tracks.get(gpio) ?? {};
	context.font = `600 10.5px ${font}`;
	context.fillStyle = colors.red;
	const mark = (time: number, by: number, text: string): void => {
		const x = toPixel(view, time);
		if (x < -100 || x > width + 20) return;
		const wide = by / view.scale;
		context.globalAlpha = Math.abs(wide) > 3 ? 0.18 : 0.4;
		context.fillRect(Math.min(x, x + wide) - 1, top + 13, Math.max(3, Math.abs(wide) + 2), trackHeight - 26);
		context.globalAlpha = 1;
		context.fillText(text, Math.max(x, x + wide) + 5, top + trackHeight - 6);
	};
	for (let index = 0; index < edges.length; index++) {
		const { time, deviation } = edges[index] ?? { time: 0, deviation: 0 };
		const next = edges[index + 1];
		if (deviation === undefined && next !== undefined && next.deviation === undefined) {
			mark(time, next.time - time, "pulse missing");
			index++;
		} else if (deviation === undefined) mark(time, 0, "edge missing");
		else if (Math.abs(deviation) > verdict.tolerance)
			mark(time, deviation, `${deviation > 0 ? "+" : "−"}${Math.abs(Math.round(deviation))} µs`);
	}
	for (const { time } of extra) mark(time, 0, "not drawn");
}
