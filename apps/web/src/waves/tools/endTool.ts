import { setLength } from "@gpioscope/logic";
import { placeTime } from "./placeTime.ts";
import { idle, type ToolContext, type ToolEvent, type ToolState, type ToolStep } from "./ToolState.ts";

/** The document's end follows the pointer. */
export function draggingEnd(
	state: ToolState & { kind: "draggingEnd" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	switch (event.type) {
		case "pointerMove": {
			const { from } = state;
			const placed = placeTime({ ...context, ...from }, event.place.time, event.modifiers.alt);
			const document = setLength(from.document, Math.max(1, placed.time));
			const readout = { gpio: undefined, time: document.length, width: undefined, target: placed.target };
			return { state: { ...state, preview: { document, selection: [], readout } } };
		}
		case "pointerUp": {
			const { document } = state.preview;
			if (document.length === state.from.document.length) return { state: idle };
			return { state: idle, edit: { document, selection: [], label: "Set length" } };
		}
		case "cancel":
			return { state: idle, selection: state.from.selection };
		default:
			return { state };
	}
}
