import type { EditorState } from "../model/editorStore.ts";
import type { Hit } from "../tools/ToolState.ts";

/** The pointer's shape over something: what a press there would do. */
export function cursorFor(state: EditorState, hit: Hit, shift: boolean): string {
	if (state.mode === "verify") return "grab";
	switch (state.toolState.kind) {
		case "draggingEdge":
		case "draggingEnd":
			return "ew-resize";
		case "movingPulses":
			return "grabbing";
		case "painting":
		case "marquee":
			return "crosshair";
		default:
	}
	if (hit.kind === "end") return "ew-resize";
	if (state.tool !== "select" || shift) return "crosshair";
	if (hit.kind === "edge") return "ew-resize";
	if (hit.kind === "pulse") return "grab";
	return hit.kind === "track" ? "crosshair" : "default";
}
