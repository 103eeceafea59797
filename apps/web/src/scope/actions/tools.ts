import { MousePointer2, Ruler, ZoomIn } from "lucide-react";
import { type Action, defineAction } from "../../actions/defineAction.ts";
import { selectLanes } from "../lanes/selectLane.ts";
import { type ScopeTool, scopeStore, setCursor } from "../scopeStore.ts";

function choose(tool: ScopeTool): void {
	scopeStore.setState({ tool });
}

/** What the pointer does in the traces, in the order of the toolbar. */
export const tools = [
	{
		id: "select",
		action: defineAction({
			id: "scope.select",
			label: "Select tool",
			summary: "Click sets gold, drag pans",
			icon: MousePointer2,
			shortcuts: ["V"],
			run: () => choose("select"),
		}),
		gesture: undefined,
	},
	{
		id: "measure",
		action: defineAction({
			id: "scope.measure",
			label: "Measure tool",
			summary: "Drag counts the edges of a range",
			icon: Ruler,
			run: () => choose("measure"),
		}),
		gesture: "Shift drag",
	},
	{
		id: "zoom",
		action: defineAction({
			id: "scope.zoomBox",
			label: "Zoom box tool",
			summary: "Drag fits a range",
			icon: ZoomIn,
			shortcuts: ["Z"],
			run: () => choose("zoom"),
		}),
		gesture: "Ctrl drag",
	},
] as const satisfies readonly {
	readonly id: ScopeTool;
	readonly action: Action;
	/** What does the same without the tool. */
	readonly gesture: string | undefined;
}[];

/** What the pointer does, and ending that. */
export const toolActions = [
	...tools.map(({ action }) => action),
	defineAction({
		id: "scope.clear",
		label: "Clear selection and markers 1 and 2",
		shortcuts: ["Escape"],
		hidden: true,
		run: () => {
			setCursor("green", undefined);
			setCursor("red", undefined);
			scopeStore.setState({ tool: "select" });
			selectLanes([]);
		},
	}),
];
