import { selectedPulses, spanOf } from "@gpioscope/logic";
import { useCallback, useRef } from "react";
import { canvasColors } from "../../theme/canvasColors.ts";
import { paintRuler } from "../draw/paintRuler.ts";
import { prepareCanvas } from "../draw/prepareCanvas.ts";
import { editorStore, shownEdit } from "../model/editorStore.ts";
import { shownDocument } from "../verify/shownDocument.ts";
import { verifyStore } from "../verify/verifyStore.ts";
import { useRepaint } from "./useRepaint.ts";
import styles from "./WaveTracks.module.css";

const sources = [editorStore, verifyStore];

/** The times above the tracks. */
export function RulerCanvas() {
	const canvas = useRef<HTMLCanvasElement>(null);
	const paint = useCallback((): boolean => {
		const state = editorStore.getState();
		const element = canvas.current;
		if (element === null || state.view === undefined) return false;
		const context = prepareCanvas(element, element.clientWidth, element.clientHeight);
		if (context === undefined) return false;
		const document = shownDocument(state, verifyStore.getState());
		const selection = state.mode === "verify" ? [] : shownEdit(state).selection;
		paintRuler(context, {
			document,
			view: state.view,
			width: element.clientWidth,
			colors: canvasColors(),
			span: spanOf(selectedPulses(document, selection)),
			font: getComputedStyle(element).fontFamily,
		});
		return false;
	}, []);
	useRepaint(paint, sources);
	return <canvas ref={canvas} className={styles["canvas"]} />;
}
