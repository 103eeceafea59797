import type { Gesture } from "../frame/viewDefinition.ts";

/** What mouse and fingers do on the traces, their ruler and their names. */
export const scopeGestures: readonly Gesture[] = [
	{ does: "Set gold", by: "Click or tap the traces" },
	{ does: "Pause and centre", by: "Double click the traces" },
	{ does: "Pan", by: "Drag the traces" },
	{ does: "Measure a stretch", by: "Shift drag" },
	{ does: "Zoom to a box", by: "Ctrl drag" },
	{ does: "Zoom at the pointer", by: "Wheel or pinch", bySwapped: "Ctrl wheel or pinch" },
	{ does: "Pan in time", by: "Shift wheel" },
	{ does: "Scroll the lanes", by: "Ctrl wheel", bySwapped: "Wheel" },
	{ does: "Menu of this time and lane", by: "Right click" },
	{ does: "Select a range", by: "Drag the ruler" },
	{ does: "Fit all", by: "Double click the ruler" },
	{ does: "Order lanes", by: "Drag a name" },
	{ does: "Rename a lane", by: "Double click a name" },
	{ does: "Height of a lane", by: "Ctrl wheel on its name" },
	{ does: "Move a marker", by: "Drag its flag; hold, then drag a finger" },
];
