import { FoldHorizontal, UnfoldHorizontal } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { closeIdle, idleAtCursor, openBreak, toggleFold } from "./foldNow.ts";

export const foldAction = defineAction({
	id: "scope.collapseIdle",
	label: "Collapse idle time; again: show all time",
	summary: "Draws long stretches in which no lane changes as narrow bands, while the view stands still.",
	icon: FoldHorizontal,
	shortcuts: ["shift+I"],
	run: toggleFold,
});

export const openIdleAction = defineAction({
	id: "scope.openIdle",
	label: "Open the idle stretch at the cursor; again: collapse it",
	icon: UnfoldHorizontal,
	shortcuts: ["O"],
	enabled: () => idleAtCursor() !== undefined,
	run: () => {
		const idle = idleAtCursor();
		if (idle?.kind === "opened") closeIdle(idle.stretch);
		else if (idle?.kind === "break") openBreak(idle.stretch);
	},
});

/** Collapsing idle time, and opening single stretches of it. */
export const foldActions = [foldAction, openIdleAction];
