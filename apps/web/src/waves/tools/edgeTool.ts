import { type EdgeRef, moveEdge, pulseFrom, timeOfEdge, trackOf } from "@gpioscope/logic";
import { isDrag, placeTime } from "./placeTime.ts";
import {
	idle,
	type PointerPlace,
	type ToolContext,
	type ToolEvent,
	type ToolState,
	type ToolStep,
} from "./ToolState.ts";

/** An edge is pressed: it is selected at once, a drag moves it. */
export function pointingEdge(
	state: ToolState & { kind: "pointingEdge" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	if (event.type === "pointerUp" || event.type === "cancel") return { state: idle };
	if (event.type !== "pointerMove" || !isDrag(state.start, event.place)) return { state };
	const time = timeOfEdge(context.document, state.edge);
	if (time === undefined) return { state: idle };
	const from = { document: context.document, selection: [state.edge] };
	const dragging = {
		kind: "draggingEdge",
		from,
		edge: state.edge,
		grab: state.start.time - time,
		preview: { ...from, readout: undefined },
	} as const;
	return draggingEdge(dragging, event, context);
}

/** An edge follows the pointer; every move is computed from where it was. */
export function draggingEdge(
	state: ToolState & { kind: "draggingEdge" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	switch (event.type) {
		case "pointerMove":
			return { state: { ...state, preview: dragTo(state, event.place, event.modifiers.alt, context) } };
		case "pointerUp": {
			const { document } = state.preview;
			if (document === state.from.document) return { state: idle };
			return { state: idle, edit: { document, selection: [state.edge], label: "Move edge" } };
		}
		case "cancel":
			return { state: idle, selection: state.from.selection };
		default:
			return { state };
	}
}

function dragTo(
	state: ToolState & { kind: "draggingEdge" },
	place: PointerPlace,
	isFree: boolean,
	context: ToolContext,
) {
	const { from, edge } = state;
	const placed = placeTime({ ...context, ...from }, place.time - state.grab, isFree, [edge]);
	const document = moveEdge(from.document, edge.gpio, edge.index, placed.time);
	const time = timeOfEdge(document, edge) ?? placed.time;
	return {
		document,
		selection: [edge],
		readout: {
			gpio: edge.gpio,
			time,
			width: widthAt(document, edge),
			target: time === placed.time ? placed.target : undefined,
		},
	};
}

function widthAt(document: ToolContext["document"], edge: EdgeRef): number | undefined {
	const track = trackOf(document, edge.gpio);
	const pulse = track === undefined ? undefined : pulseFrom(track, document.length, edge.index);
	return pulse === undefined ? undefined : pulse.end - pulse.start;
}
