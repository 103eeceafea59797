import { MousePointer2, Ruler, ZoomIn } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { selectLanes } from "../lanes/selectLane.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";

/** What the pointer does, and ending that. */
export const toolActions = [
	defineAction({
		id: "scope.select",
		label: "Select tool",
		icon: MousePointer2,
		shortcuts: ["V"],
		run: () => scopeStore.setState({ tool: "select" }),
	}),
	defineAction({
		id: "scope.measure",
		label: "Measure tool",
		icon: Ruler,
		run: () => scopeStore.setState({ tool: "measure" }),
	}),
	defineAction({
		id: "scope.zoomBox",
		label: "Zoom box tool",
		icon: ZoomIn,
		shortcuts: ["Z"],
		run: () => scopeStore.setState({ tool: "zoom" }),
	}),
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
