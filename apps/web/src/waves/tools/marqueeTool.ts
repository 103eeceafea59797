import { addToSelection, selectInBox } from "@gpioscope/logic";
import {
	idle,
	type Modifiers,
	type PointerPlace,
	type ToolContext,
	type ToolEvent,
	type ToolState,
	type ToolStep,
} from "./ToolState.ts";

/** Begins a box from where the pointer was pressed; Ctrl adds to what is selected. */
export function beginMarquee(
	start: PointerPlace,
	end: PointerPlace,
	modifiers: Modifiers,
	context: ToolContext,
): ToolStep {
	const from = { document: context.document, selection: context.selection };
	return {
		state: boxTo(
			{ kind: "marquee", from, start, end, adds: modifiers.mod, preview: { ...from, readout: undefined } },
			end,
		),
	};
}

/** A box follows the pointer; what it touches is selected. */
export function marquee(state: ToolState & { kind: "marquee" }, event: ToolEvent): ToolStep {
	switch (event.type) {
		case "pointerMove":
			return { state: boxTo(state, event.place) };
		case "pointerUp":
			return { state: idle, selection: state.preview.selection };
		case "cancel":
			return { state: idle, selection: state.from.selection };
		default:
			return { state };
	}
}

function boxTo(state: ToolState & { kind: "marquee" }, end: PointerPlace): ToolState {
	const { start, from } = state;
	const top = Math.min(start.row, end.row);
	const bottom = Math.max(start.row, end.row);
	const rows = from.document.tracks
		.filter((_, row) => row >= top && row <= bottom)
		.map((track) => track.gpio);
	const earliest = Math.min(start.time, end.time);
	const found = selectInBox(from.document, rows, earliest, Math.max(start.time, end.time));
	const selection = state.adds ? addToSelection(from.selection, found) : found;
	return { ...state, end, preview: { document: from.document, selection, readout: undefined } };
}
