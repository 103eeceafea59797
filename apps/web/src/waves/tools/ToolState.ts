import type { EdgeRef, PulseRef, SnapTarget, WaveDocument, WaveLevel, WaveSelection } from "@gpioscope/logic";

/** The tools of the wave editor. */
export type WaveTool = "select" | "draw" | "split" | "erase";

/** What lies under the pointer. */
export type Hit =
	| { readonly kind: "edge"; readonly edge: EdgeRef }
	| { readonly kind: "pulse"; readonly pulse: PulseRef }
	/** A stretch at rest. */
	| { readonly kind: "track"; readonly gpio: number }
	/** The document's end, in the ruler. */
	| { readonly kind: "end" }
	| { readonly kind: "nothing" };

/** Where the pointer is, on the page and in the document. */
export interface PointerPlace {
	/** Pixels, in any fixed frame. */
	readonly x: number;
	readonly y: number;
	/** Microseconds of the document, not rounded. */
	readonly time: number;
	/** The track's place in the list under the pointer; below 0 or beyond the last outside of them. */
	readonly row: number;
	readonly hit: Hit;
}

/** Modifier keys held. */
export interface Modifiers {
	readonly shift: boolean;
	/** Ctrl or Command. */
	readonly mod: boolean;
	readonly alt: boolean;
}

/** What a person does with the pointer, or Esc. */
export type ToolEvent =
	| { readonly type: "pointerDown"; readonly place: PointerPlace; readonly modifiers: Modifiers }
	| { readonly type: "pointerMove"; readonly place: PointerPlace; readonly modifiers: Modifiers }
	| { readonly type: "pointerUp"; readonly place: PointerPlace; readonly modifiers: Modifiers }
	| { readonly type: "doubleClick"; readonly place: PointerPlace; readonly modifiers: Modifiers }
	| { readonly type: "cancel" };

/** A document with what is selected in it. */
export interface Edit {
	readonly document: WaveDocument;
	readonly selection: WaveSelection;
}

/** What a gesture reads of the editor. */
export interface ToolContext extends Edit {
	readonly tool: WaveTool;
	/** Microseconds of one pixel. */
	readonly scale: number;
	readonly snap: SnapSettings;
}

/** What times snap to. */
export interface SnapSettings {
	readonly isOn: boolean;
	/** Microseconds, whole. */
	readonly grid: number;
	/** Edges of all tracks, start and end attract as well. */
	readonly toEdges: boolean;
}

/** Where a dragged thing has come to, for the pill and the guide. */
export interface Readout {
	readonly gpio: number | undefined;
	/** Microseconds: the time of what is dragged. */
	readonly time: number;
	/** Width of the pulse in microseconds. */
	readonly width: number | undefined;
	/** What it snapped to; undefined with snapping off. */
	readonly target: SnapTarget | undefined;
}

/** What a gesture shows before it is done. */
export interface Preview extends Edit {
	readonly readout: Readout | undefined;
}

/** The state of the tools: exactly one of these. `from` is what was before the gesture; nothing is kept until its end. */
export type ToolState =
	| { readonly kind: "idle" }
	| { readonly kind: "pointingEdge"; readonly start: PointerPlace; readonly edge: EdgeRef }
	| {
			readonly kind: "draggingEdge";
			readonly from: Edit;
			readonly edge: EdgeRef;
			readonly grab: number;
			readonly preview: Preview;
	  }
	| {
			readonly kind: "pointingPulse";
			readonly start: PointerPlace;
			readonly pulse: PulseRef;
			readonly modifiers: Modifiers;
	  }
	| {
			readonly kind: "movingPulses";
			readonly from: Edit;
			/** The pulse under the pointer, as it was. */
			readonly pulse: PulseRef;
			/** The pointer's distance from the pulse's start, in microseconds. */
			readonly grab: number;
			readonly isCopy: boolean;
			readonly preview: Preview;
	  }
	| { readonly kind: "pointingTrack"; readonly start: PointerPlace; readonly modifiers: Modifiers }
	| {
			readonly kind: "painting";
			readonly from: Edit;
			readonly gpio: number;
			/** Microseconds: where it began. */
			readonly anchor: number;
			/** What is painted: a drawn pulse, or the level of rest when erasing. */
			readonly level: WaveLevel;
			readonly preview: Preview;
	  }
	| {
			readonly kind: "marquee";
			readonly from: Edit;
			readonly start: PointerPlace;
			readonly end: PointerPlace;
			readonly adds: boolean;
			readonly preview: Preview;
	  }
	| { readonly kind: "draggingEnd"; readonly from: Edit; readonly preview: Preview };

/** What an event leads to. */
export interface ToolStep {
	readonly state: ToolState;
	/** A change to keep as one step of the history. */
	readonly edit?: Edit & { readonly label: string };
	/** A selection to take over, without a step. */
	readonly selection?: WaveSelection;
}

/** The state in which nothing is pressed. */
export const idle: ToolState = { kind: "idle" };

/** What a gesture shows now, if it shows anything. */
export function previewOf(state: ToolState): Preview | undefined {
	return "preview" in state ? state.preview : undefined;
}
