import { Redo2, Undo2 } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { scopeHistory } from "../history/scopeHistory.ts";

/** Taking back what was done to markers, cursors, names and lanes. */
export const changeActions = [
	defineAction({
		id: "scope.undo",
		label: "Undo",
		icon: Undo2,
		shortcuts: ["mod+Z"],
		enabled: () => scopeHistory.canUndo,
		run: () => scopeHistory.undo(),
	}),
	defineAction({
		id: "scope.redo",
		label: "Redo",
		icon: Redo2,
		shortcuts: ["mod+shift+Z", "mod+Y"],
		enabled: () => scopeHistory.canRedo,
		run: () => scopeHistory.redo(),
	}),
];
