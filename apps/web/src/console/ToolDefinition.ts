import type { ComponentType } from "react";

/** One tool of the console: what the view needs to show it. */
export interface ToolDefinition {
	readonly label: string;
	/** Fills the middle. */
	readonly Main: ComponentType;
	/** In the toolbar, right of the tools. */
	readonly Tools?: ComponentType;
	/** Column at the right. */
	readonly Inspector?: ComponentType;
}
