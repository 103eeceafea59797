import { Expand, Fullscreen } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { shownStore } from "../../bridge/index.ts";
import { newestTime, viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";

/** Shows the whole capture. */
export function fitAll(): void {
	const { firstTime, endTime } = shownStore.getState();
	if (endTime > firstTime) viewport.show(viewport.fitted(firstTime, newestTime()));
}

/** Fits what is marked; what is fitted already, or nothing marked, fits all. */
export function fitMarked(): void {
	const marked = markedStretch();
	if (marked === undefined) {
		fitAll();
		return;
	}
	const target = viewport.fitted(marked.from, marked.to, 0.05);
	const { from, to } = viewport.view;
	const isThere = Math.abs(from - target.from) + Math.abs(to - target.to) < (to - from) * 0.01;
	if (isThere) fitAll();
	else viewport.show(target);
}

export const fitMarkedAction = defineAction({
	id: "scope.fit",
	label: "Fit what is marked; again: fit all",
	icon: Fullscreen,
	shortcuts: ["F"],
	run: fitMarked,
});

export const fitAllAction = defineAction({
	id: "scope.fitAll",
	label: "Fit all",
	icon: Expand,
	run: fitAll,
});

/** Showing the whole, or what is marked. */
export const fitActions = [fitMarkedAction, fitAllAction];
