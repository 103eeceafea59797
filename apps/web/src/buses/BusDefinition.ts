import type { ComponentType } from "react";

/** One kind of bus: what the view needs to show it. */
export interface BusDefinition {
	readonly label: string;
	/** Fills the middle. */
	readonly Main: ComponentType;
	/** In the toolbar, right of the kinds. */
	readonly Tools?: ComponentType;
	/** Column at the right. */
	readonly Inspector?: ComponentType;
}
