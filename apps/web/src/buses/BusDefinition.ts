import type { ComponentType } from "react";
import type { TracedLines } from "../stores/tracedLinesStore.ts";

/** One kind of bus: what the view needs to show it. */
export interface BusDefinition {
	readonly label: string;
	/** Fills the middle. */
	readonly Main: ComponentType;
	/** In the toolbar, right of the kinds. */
	readonly Tools?: ComponentType;
	/** The lines it goes over as it is set up, for the trace beside it; a hook. */
	readonly useLines: () => TracedLines;
	/** Column at the right. */
	readonly Inspector?: ComponentType;
}
