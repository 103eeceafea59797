import { ArrowLeftToLine, ArrowRightToLine, ZoomIn, ZoomOut } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { shownStore } from "../../bridge/index.ts";
import { edgeAt, viewport } from "../mainViewport.ts";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import { pixelOfHere } from "./here.ts";

/** Id of the field that takes a place in time. */
export const GO_TO_FIELD = "scope-go-to";

/** Share of the view by which a key pans at first, and at most when it is held. */
const FIRST_SHARE = 0.1;
const MOST_SHARE = 0.9;
/** By how much each repeat of a held key goes further. */
const ACCELERATION = 1.12;

let share = FIRST_SHARE;

/** A held key pans further with each repeat, up to most of a view. */
function heldShare(event: KeyboardEvent | undefined): number {
	share = event?.repeat === true ? Math.min(MOST_SHARE, share * ACCELERATION) : FIRST_SHARE;
	return share;
}

export const zoomIn = defineAction({
	id: "scope.zoomIn",
	label: "Zoom in",
	icon: ZoomIn,
	shortcuts: ["ArrowDown", "W"],
	run: () => viewport.zoom(1 / ZOOM_NOTCH, pixelOfHere()),
});

export const zoomOut = defineAction({
	id: "scope.zoomOut",
	label: "Zoom out",
	icon: ZoomOut,
	shortcuts: ["ArrowUp", "S"],
	run: () => viewport.zoom(ZOOM_NOTCH, pixelOfHere()),
});

/** Zooming, panning and going to places in time. */
export const movingActions = [
	zoomIn,
	zoomOut,
	defineAction({
		id: "scope.panBack",
		label: "Pan back",
		shortcuts: ["A"],
		run: (event) => viewport.page(-heldShare(event)),
	}),
	defineAction({
		id: "scope.panForward",
		label: "Pan forward",
		shortcuts: ["D"],
		run: (event) => viewport.page(heldShare(event)),
	}),
	defineAction({
		id: "scope.pageBack",
		label: "Page back",
		shortcuts: ["PageUp", "shift+A"],
		run: () => viewport.page(-0.9),
	}),
	defineAction({
		id: "scope.pageForward",
		label: "Page forward",
		shortcuts: ["PageDown", "shift+D"],
		run: () => viewport.page(0.9),
	}),
	defineAction({
		id: "scope.start",
		label: "Go to the first sample",
		icon: ArrowLeftToLine,
		shortcuts: ["Home"],
		run: () => viewport.showTime(shownStore.getState().firstTime, 0.02),
	}),
	defineAction({
		id: "scope.end",
		label: "Go to the last sample; again: live",
		icon: ArrowRightToLine,
		shortcuts: ["End"],
		run: () => {
			const { endTime } = shownStore.getState();
			const isThere = !viewport.following && viewport.view.to >= endTime;
			if (isThere) viewport.goLive();
			else viewport.showTime(edgeAt(performance.now()) ?? endTime, 0.98);
		},
	}),
	defineAction({
		id: "scope.goTo",
		label: "Go to a time or marker",
		shortcuts: ["mod+G"],
		run: () => document.getElementById(GO_TO_FIELD)?.focus(),
	}),
];
