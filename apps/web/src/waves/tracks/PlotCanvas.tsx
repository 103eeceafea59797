import { formatTime, trackOf, type WaveTrack } from "@gpioscope/logic";
import { useCallback, useRef } from "react";
import { namesStore } from "../../stores/namesStore.ts";
import { canvasColors } from "../../theme/canvasColors.ts";
import { paintOverlay } from "../draw/paintOverlay.ts";
import { paintTracks } from "../draw/paintTracks.ts";
import { paintVerify } from "../draw/paintVerify.ts";
import { prepareCanvas } from "../draw/prepareCanvas.ts";
import { type EditorState, editorStore, shownEdit } from "../model/editorStore.ts";
import { player } from "../play/player.ts";
import { playheadOf } from "../play/playhead.ts";
import type { ToolState } from "../tools/ToolState.ts";
import { shownDocument } from "../verify/shownDocument.ts";
import { verifyStore } from "../verify/verifyStore.ts";
import { colourOf } from "./trackColours.ts";
import { useRepaint } from "./useRepaint.ts";
import styles from "./WaveTracks.module.css";

const sources = [editorStore, namesStore, player.store, verifyStore];
const isTouch = (): boolean => window.matchMedia("(pointer: coarse)").matches;

/** The tracks' courses and, on a second canvas, what lies over them. */
export function PlotCanvas() {
	const base = useRef<HTMLCanvasElement>(null);
	const overlay = useRef<HTMLCanvasElement>(null);
	const paint = useCallback((): boolean => {
		const state = editorStore.getState();
		const playing = player.store.getState();
		if (base.current !== null) paintBase(base.current, state);
		if (overlay.current === null) return false;
		const head = playing.kind === "playing" ? playheadOf(playing, performance.now()) : undefined;
		paintTop(overlay.current, state, head?.time);
		return playing.kind === "playing";
	}, []);
	useRepaint(paint, sources);
	return (
		<>
			<canvas ref={base} className={styles["canvas"]} />
			<canvas ref={overlay} className={styles["canvas"]} />
		</>
	);
}

function paintBase(canvas: HTMLCanvasElement, state: EditorState): void {
	const [width, height] = [canvas.clientWidth, canvas.clientHeight];
	const context = prepareCanvas(canvas, width, height);
	if (context === undefined || state.view === undefined) return;
	const verify = verifyStore.getState();
	const document = shownDocument(state, verify);
	const colors = canvasColors();
	const traces = document.tracks.map((track, place) => colors.traces[colourOf(track, place)] ?? colors.t2);
	if (state.mode === "verify" && verify.kind === "done") {
		const font = getComputedStyle(canvas).fontFamily;
		paintVerify(context, { ...verify, document, view: state.view, width, colors, traces, font });
		return;
	}
	const ghosts = ghostsOf(state.toolState);
	paintTracks(context, { document, view: state.view, width, height, colors, traces, ghosts });
}

function paintTop(canvas: HTMLCanvasElement, state: EditorState, playhead: number | undefined): void {
	const [width, height] = [canvas.clientWidth, canvas.clientHeight];
	const context = prepareCanvas(canvas, width, height);
	if (context === undefined || state.view === undefined) return;
	paintOverlay(context, {
		...shownEdit(state),
		...(state.mode === "verify" ? { selection: [] } : {}),
		toolState: state.toolState,
		view: state.view,
		width,
		colors: canvasColors(),
		font: getComputedStyle(canvas).fontFamily,
		isTouch: isTouch(),
		was: wasText(state.toolState),
		playhead,
	});
}

/** The tracks as they were before a drag, where it changes them. */
function ghostsOf(state: ToolState): ReadonlyMap<number, WaveTrack> | undefined {
	if (state.kind !== "draggingEdge" && state.kind !== "movingPulses") return undefined;
	if (state.kind === "movingPulses" && state.isCopy) return undefined;
	const before = state.from.document;
	const changed = before.tracks.filter((track) => trackOf(state.preview.document, track.gpio) !== track);
	return new Map(changed.map((track) => [track.gpio, track]));
}

function wasText(state: ToolState) {
	if (state.kind === "draggingEdge") {
		const time = trackOf(state.from.document, state.edge.gpio)?.edges[state.edge.index];
		if (time === undefined || time === state.preview.readout?.time) return undefined;
		return { gpio: state.edge.gpio, time, text: `was ${formatTime(time)}` };
	}
	if (state.kind === "movingPulses" && !state.isCopy) {
		const { start, end, gpio } = state.pulse;
		const by = (state.preview.readout?.time ?? start) - start;
		// The label stands at the side the pulse has left.
		return by === 0
			? undefined
			: { gpio, time: by > 0 ? start : Math.max(end, end + by), text: `was ${formatTime(start)}` };
	}
	return undefined;
}
