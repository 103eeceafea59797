import {
	copyPulses,
	edgesOfPulse,
	isSelected,
	moveEdges,
	type PulseRef,
	pulseFrom,
	selectedPulses,
	selectPulses,
	toggleSelection,
	trackOf,
} from "@gpioscope/logic";
import { beginMarquee } from "./marqueeTool.ts";
import { isDrag, placeStretch } from "./placeTime.ts";
import {
	type Edit,
	idle,
	type PointerPlace,
	type Preview,
	type ToolContext,
	type ToolEvent,
	type ToolState,
	type ToolStep,
} from "./ToolState.ts";

/** A pulse is pressed: a click selects it, a drag moves it, with Alt a copy of it, with Shift it begins a marquee. */
export function pointingPulse(
	state: ToolState & { kind: "pointingPulse" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	const edges = edgesOfPulse(state.pulse);
	if (event.type === "cancel") return { state: idle };
	if (event.type === "pointerUp") {
		const toggles = state.modifiers.shift || state.modifiers.mod;
		return { state: idle, selection: toggles ? toggleSelection(context.selection, edges) : edges };
	}
	if (event.type !== "pointerMove" || !isDrag(state.start, event.place)) return { state };
	if (state.modifiers.shift) return beginMarquee(state.start, event.place, state.modifiers, context);
	const isOfSelection = edges.some((edge) => isSelected(context.selection, edge));
	const pulses = isOfSelection ? selectedPulses(context.document, context.selection) : [state.pulse];
	const from: Edit = { document: context.document, selection: selectPulses(pulses) };
	const moving = {
		kind: "movingPulses",
		from,
		pulse: state.pulse,
		grab: state.start.time - state.pulse.start,
		isCopy: state.modifiers.alt,
		preview: { ...from, readout: undefined },
	} as const;
	return movingPulses(moving, event, context);
}

/** Pulses follow the pointer together, or copies of them do. */
export function movingPulses(
	state: ToolState & { kind: "movingPulses" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	switch (event.type) {
		case "pointerMove":
			return { state: { ...state, preview: moveTo(state, event.place, event.modifiers.alt, context) } };
		case "pointerUp": {
			const { document, selection } = state.preview;
			if (document === state.from.document) return { state: idle, selection };
			return { state: idle, edit: { document, selection, label: state.isCopy ? "Copy" : "Move" } };
		}
		case "cancel":
			return { state: idle, selection: state.from.selection };
		default:
			return { state };
	}
}

function moveTo(
	state: ToolState & { kind: "movingPulses" },
	place: PointerPlace,
	alt: boolean,
	context: ToolContext,
): Preview {
	const { from, pulse, isCopy } = state;
	const width = pulse.end - pulse.start;
	// Alt began the copy, so it cannot mean "no snapping" at the same time.
	const isFree = alt && !isCopy;
	const without = isCopy ? [] : from.selection;
	const placed = placeStretch({ ...context, ...from }, place.time - state.grab, width, isFree, without);
	const by = placed.time - pulse.start;
	if (isCopy) {
		const copied = copyPulses(from.document, selectedPulses(from.document, from.selection), by);
		return { ...copied, readout: { gpio: pulse.gpio, time: placed.time, width, target: placed.target } };
	}
	const document = moveEdges(from.document, from.selection, by);
	const now = sameEdges(document, pulse);
	return {
		document,
		selection: from.selection,
		readout: {
			gpio: pulse.gpio,
			time: now?.start ?? placed.time,
			width,
			target: now?.start === placed.time ? placed.target : undefined,
		},
	};
}

function sameEdges(document: Edit["document"], pulse: PulseRef) {
	const track = trackOf(document, pulse.gpio);
	return track === undefined ? undefined : pulseFrom(track, document.length, pulse.index);
}
