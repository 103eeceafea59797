import {
	edgesByTrack,
	edgesOfPulse,
	selectedPulses,
	trackOf,
	type WaveDocument,
	type WaveSelection,
} from "@gpioscope/logic";
import type { CanvasColors } from "../../theme/canvasColors.ts";
import { toPixel, type WaveViewport } from "../model/viewport.ts";
import { previewOf, type ToolState } from "../tools/ToolState.ts";
import { dashedLine } from "./paintTracks.ts";
import { handle, lowRail, outlineHeight, outlineTop, trackHeight } from "./trackGeometry.ts";

/** What lies over the tracks. */
export interface OverlayScene {
	readonly document: WaveDocument;
	readonly selection: WaveSelection;
	readonly toolState: ToolState;
	readonly view: WaveViewport;
	readonly width: number;
	readonly colors: CanvasColors;
	readonly font: string;
	/** Large handles, for fingers. */
	readonly isTouch: boolean;
	/** Text beside what is dragged, where it was before. */
	readonly was: { readonly gpio: number; readonly time: number; readonly text: string } | undefined;
	/** Microseconds of the document that are being played now. */
	readonly playhead: number | undefined;
}

/** Paints selection, handles, guide, marquee and playhead. */
export function paintOverlay(context: CanvasRenderingContext2D, scene: OverlayScene): void {
	const { view, colors, document, toolState } = scene;
	const bottom = document.tracks.length * trackHeight;
	paintWas(context, scene);
	paintSelection(context, scene);
	const readout = previewOf(toolState)?.readout;
	if (readout?.target !== undefined && readout.target.kind !== "grid") {
		const x = Math.round(toPixel(view, guideTime(scene) ?? readout.time)) + 0.5;
		const row = document.tracks.findIndex((track) => track.gpio === readout.gpio);
		dashedLine(context, x, 0, row < 0 ? bottom : row * trackHeight + outlineTop, colors.acc, [4, 3]);
		if (row >= 0) dashedLine(context, x, (row + 1) * trackHeight - outlineTop, bottom, colors.acc, [4, 3]);
	}
	if (toolState.kind === "marquee") paintMarquee(context, scene);
	if (scene.playhead !== undefined) paintPlayhead(context, scene, bottom);
}

/** The time of what was snapped to; a moved pulse may have met it with its end. */
function guideTime({ toolState, document }: OverlayScene): number | undefined {
	const target = previewOf(toolState)?.readout?.target;
	if (target?.kind === "edge") return trackOf(document, target.edge.gpio)?.edges[target.edge.index];
	if (target?.kind === "marker") return target.name === "end" ? document.length : 0;
	return undefined;
}

/** Beyond this many pulses in sight, outlines and handles would only hide them. */
const outlined = 300;

function paintSelection(context: CanvasRenderingContext2D, scene: OverlayScene): void {
	const { document, selection, view, width, colors } = scene;
	const chosen = edgesByTrack(selection);
	const rows = new Map(document.tracks.map((track, row) => [track.gpio, row]));
	const end = view.from + view.scale * width;
	const pulses = selectedPulses(document, selection).filter(
		(pulse) => pulse.end >= view.from && pulse.start <= end,
	);
	context.fillStyle = colors.accWeak;
	context.strokeStyle = colors.acc;
	context.lineWidth = 1.5;
	for (const pulse of pulses) {
		const from = Math.round(toPixel(view, pulse.start));
		const to = Math.round(toPixel(view, pulse.end));
		const top = (rows.get(pulse.gpio) ?? 0) * trackHeight;
		if (pulses.length > outlined) {
			context.fillRect(from, top + outlineTop, Math.max(1, to - from), outlineHeight);
			continue;
		}
		context.fillStyle = colors.accWeak;
		context.beginPath();
		context.roundRect(from - 0.5, top + outlineTop, to - from + 1, outlineHeight, 3);
		context.fill();
		context.stroke();
		const edges = edgesOfPulse(pulse);
		const isChosen = (index: number): boolean => chosen.get(pulse.gpio)?.has(index) === true;
		const isWhole = edges.every((edge) => isChosen(edge.index));
		edges.forEach((edge, side) => {
			paintHandle(context, scene, side === 0 ? from : to, top, !isWhole && isChosen(edge.index));
		});
	}
}

function paintHandle(
	context: CanvasRenderingContext2D,
	{ colors, isTouch }: OverlayScene,
	x: number,
	top: number,
	isActive: boolean,
): void {
	const width = isTouch ? handle.finger : handle.width;
	const height = isTouch ? handle.finger : handle.height;
	const y = top + outlineTop + (outlineHeight - height) / 2;
	context.fillStyle = isActive ? colors.acc : colors.lane;
	context.beginPath();
	context.roundRect(x - width / 2, y, width, height, isTouch ? width / 2 : 2);
	context.fill();
	context.stroke();
}

function paintWas(
	context: CanvasRenderingContext2D,
	{ was, document, view, colors, font }: OverlayScene,
): void {
	if (was === undefined) return;
	const row = document.tracks.findIndex((track) => track.gpio === was.gpio);
	context.font = `10.5px ${font}`;
	context.fillStyle = colors.t3;
	context.fillText(was.text, Math.round(toPixel(view, was.time)) + 8, row * trackHeight + lowRail - 14);
}

function paintMarquee(context: CanvasRenderingContext2D, { toolState, colors }: OverlayScene): void {
	if (toolState.kind !== "marquee") return;
	const { start, end } = toolState;
	context.fillStyle = colors.accWeak;
	context.strokeStyle = colors.acc;
	context.lineWidth = 1;
	context.beginPath();
	context.rect(
		Math.round(Math.min(start.x, end.x)) + 0.5,
		Math.round(Math.min(start.y, end.y)) + 0.5,
		Math.round(Math.abs(end.x - start.x)),
		Math.round(Math.abs(end.y - start.y)),
	);
	context.fill();
	context.stroke();
}

function paintPlayhead(
	context: CanvasRenderingContext2D,
	{ playhead = 0, view, colors }: OverlayScene,
	bottom: number,
): void {
	const x = Math.round(toPixel(view, playhead));
	context.fillStyle = colors.t1;
	context.fillRect(x, 0, 1, bottom);
	context.beginPath();
	context.moveTo(x - 4, 0);
	context.lineTo(x + 5, 0);
	context.lineTo(x + 0.5, 6);
	context.fill();
}
