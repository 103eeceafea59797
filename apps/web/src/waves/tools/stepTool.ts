import { splitPulse } from "@gpioscope/logic";
import { draggingEdge, pointingEdge } from "./edgeTool.ts";
import { draggingEnd } from "./endTool.ts";
import { marquee } from "./marqueeTool.ts";
import { painting, pointingTrack } from "./paintTool.ts";
import { movingPulses, pointingPulse } from "./pulseTool.ts";
import {
	idle,
	type PointerPlace,
	type ToolContext,
	type ToolEvent,
	type ToolState,
	type ToolStep,
} from "./ToolState.ts";

/** Pixels of the gap that splitting opens. */
const gapWidth = 8;

/**
 * Takes the tools from one state to the next. Pure: a gesture shows its preview in the state and hands over one edit
 * when it is done, so a cancelled one has never happened.
 */
export function stepTool(state: ToolState, event: ToolEvent, context: ToolContext): ToolStep {
	switch (state.kind) {
		case "idle":
			return fromIdle(state, event, context);
		case "pointingEdge":
			return pointingEdge(state, event, context);
		case "draggingEdge":
			return draggingEdge(state, event, context);
		case "pointingPulse":
			return pointingPulse(state, event, context);
		case "movingPulses":
			return movingPulses(state, event, context);
		case "pointingTrack":
			return pointingTrack(state, event, context);
		case "painting":
			return painting(state, event, context);
		case "marquee":
			return marquee(state, event);
		case "draggingEnd":
			return draggingEnd(state, event, context);
	}
}

function fromIdle(state: ToolState, event: ToolEvent, context: ToolContext): ToolStep {
	if (event.type === "doubleClick")
		return context.tool === "select" ? split(event.place, context) : { state };
	if (event.type !== "pointerDown") return { state };
	const { place, modifiers } = event;
	const { hit } = place;
	if (hit.kind === "end") {
		const from = { document: context.document, selection: context.selection };
		return { state: { kind: "draggingEnd", from, preview: { ...from, readout: undefined } } };
	}
	if (context.tool === "split") return split(place, context);
	if (context.tool === "select") {
		if (hit.kind === "edge" && !modifiers.shift && !modifiers.mod)
			return { state: { kind: "pointingEdge", start: place, edge: hit.edge }, selection: [hit.edge] };
		if (hit.kind === "pulse")
			return { state: { kind: "pointingPulse", start: place, pulse: hit.pulse, modifiers } };
	}
	return { state: { kind: "pointingTrack", start: place, modifiers } };
}

function split(place: PointerPlace, context: ToolContext): ToolStep {
	if (place.hit.kind !== "pulse") return { state: idle };
	const { grid, isOn } = context.snap;
	const wanted = gapWidth * context.scale;
	const gap = isOn ? Math.max(grid, Math.round(wanted / grid) * grid) : Math.max(1, Math.round(wanted));
	const document = splitPulse(context.document, place.hit.pulse.gpio, Math.round(place.time), gap);
	if (document === context.document) return { state: idle };
	return { state: idle, edit: { document, selection: [], label: "Split pulse" } };
}
