import {
	deletePulses,
	edgesOfPulse,
	oppositeAt,
	paintLevel,
	pulseAtTime,
	trackOf,
	type WaveDocument,
	type WaveLevel,
	type WaveSelection,
} from "@gpioscope/logic";
import { beginMarquee } from "./marqueeTool.ts";
import { isDrag, placeTime } from "./placeTime.ts";
import {
	idle,
	type PointerPlace,
	type ToolContext,
	type ToolEvent,
	type ToolState,
	type ToolStep,
} from "./ToolState.ts";

/** Pixels of a pulse that is drawn by a click. */
const clickWidth = 24;

/** A stretch is pressed that may be drawn on or erased, or that only clears the selection. */
export function pointingTrack(
	state: ToolState & { kind: "pointingTrack" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	if (event.type === "cancel") return { state: idle };
	if (event.type === "pointerUp") return click(state, context);
	if (event.type !== "pointerMove" || !isDrag(state.start, event.place)) return { state };
	const gpio = context.document.tracks[state.start.row]?.gpio;
	if (gpio === undefined || state.modifiers.shift)
		return beginMarquee(state.start, event.place, state.modifiers, context);
	const from = { document: context.document, selection: context.selection };
	const begun = {
		kind: "painting",
		from,
		gpio,
		anchor: placeTime(context, state.start.time, event.modifiers.alt).time,
		level: levelToPaint(context, gpio, state.start.time),
		preview: { ...from, readout: undefined },
	} as const;
	return painting(begun, event, context);
}

/** A level is painted from where the pointer was pressed to where it is. */
export function painting(
	state: ToolState & { kind: "painting" },
	event: ToolEvent,
	context: ToolContext,
): ToolStep {
	switch (event.type) {
		case "pointerMove":
			return { state: paintTo(state, event.place, event.modifiers.alt, context) };
		case "pointerUp": {
			const { document, selection } = state.preview;
			if (document === state.from.document) return { state: idle };
			const label = context.tool === "erase" ? "Erase" : "Draw pulse";
			return { state: idle, edit: { document, selection, label } };
		}
		case "cancel":
			return { state: idle, selection: state.from.selection };
		default:
			return { state };
	}
}

function paintTo(
	state: ToolState & { kind: "painting" },
	place: PointerPlace,
	isFree: boolean,
	context: ToolContext,
): ToolState {
	const { from, gpio, anchor, level } = state;
	const placed = placeTime({ ...context, ...from }, place.time, isFree);
	const end = Math.min(from.document.length, Math.max(0, placed.time));
	const start = Math.min(from.document.length, Math.max(0, anchor));
	const document = paintLevel(from.document, gpio, Math.min(start, end), Math.max(start, end), level);
	const target = end === placed.time ? placed.target : undefined;
	return {
		...state,
		preview: {
			document,
			selection: drawnPulse(document, gpio, Math.min(start, end)),
			readout: { gpio, time: end, width: Math.abs(end - start), target },
		},
	};
}

function click(state: ToolState & { kind: "pointingTrack" }, context: ToolContext): ToolStep {
	const { hit } = state.start;
	const { document, tool } = context;
	if (tool === "erase" && (hit.kind === "pulse" || hit.kind === "edge")) {
		const edges = hit.kind === "edge" ? [hit.edge] : edgesOfPulse(hit.pulse);
		const changed = deletePulses(document, edges);
		return { state: idle, edit: { document: changed, selection: [], label: "Delete pulse" } };
	}
	const gpio = document.tracks[state.start.row]?.gpio;
	if (tool === "draw" && gpio !== undefined) {
		const { grid, isOn } = context.snap;
		const from = placeTime(context, state.start.time, state.modifiers.alt).time;
		const wanted = clickWidth * context.scale;
		const width = isOn ? Math.max(grid, Math.round(wanted / grid) * grid) : Math.max(1, Math.round(wanted));
		const changed = paintLevel(document, gpio, from, from + width, levelToPaint(context, gpio, from));
		if (changed === document) return { state: idle };
		return {
			state: idle,
			edit: { document: changed, selection: drawnPulse(changed, gpio, from), label: "Draw pulse" },
		};
	}
	const keeps = state.modifiers.shift || state.modifiers.mod;
	return keeps ? { state: idle } : { state: idle, selection: [] };
}

function levelToPaint(context: ToolContext, gpio: number, time: number): WaveLevel {
	const rest = trackOf(context.document, gpio)?.initial ?? 0;
	return context.tool === "erase" ? rest : oppositeAt(context.document, gpio, time);
}

function drawnPulse(document: WaveDocument, gpio: number, time: number): WaveSelection {
	const track = trackOf(document, gpio);
	const pulse = track === undefined ? undefined : pulseAtTime(track, document.length, time);
	return pulse === undefined ? [] : edgesOfPulse({ gpio, ...pulse });
}
