import {
	ArrowLeftToLine,
	ArrowRightToLine,
	ChevronLeft,
	ChevronRight,
	EyeOff,
	Flag,
	Fullscreen,
	MousePointer2,
	Pause,
	Pin,
	Ruler,
	ZoomIn,
	ZoomOut,
} from "lucide-react";
import { defineAction } from "../actions/defineAction.ts";
import { shownCapture, shownStore } from "../bridge/index.ts";
import { styleGpio } from "../stores/namesStore.ts";
import { laneStore } from "./lanes/laneStore.ts";
import { selectLanes } from "./lanes/selectLane.ts";
import { edgeAt, viewport } from "./mainViewport.ts";
import { edgeMask } from "./markers/placeMarker.ts";
import { addMarker, type CursorId, scopeStore, setCursor } from "./scopeStore.ts";
import { fit, ZOOM_NOTCH } from "./view/timeView.ts";

/** Id of the field that takes a place in time. */
export const GO_TO_FIELD = "scope-go-to";

/** Where keys act: blue, else the middle of the view, else the newest data. */
export function here(): number {
	const { blue } = scopeStore.getState().cursors;
	if (blue !== undefined && isInView(blue)) return blue;
	return viewport.following ? viewport.view.to : (viewport.view.from + viewport.view.to) / 2;
}

function isInView(time: number): boolean {
	return time >= viewport.view.from && time <= viewport.view.to;
}

/** Where markers are put: blue, wherever it is, else the middle of the view. */
function markTime(): number {
	return scopeStore.getState().cursors.blue ?? here();
}

/** Steps blue to the neighbouring edge of the selected lanes, or of all on screen. */
export async function stepToEdge(direction: "next" | "previous"): Promise<void> {
	const mask = edgeMask();
	if (mask === 0) return;
	const { blue, gold } = scopeStore.getState().cursors;
	// Before blue is anywhere, what was just marked is what one measures from.
	const from = blue ?? (gold !== undefined && isInView(gold) ? gold : here());
	const edge = await (direction === "next"
		? shownCapture.nextEdge(mask, from)
		: shownCapture.previousEdge(mask, from));
	if (edge === undefined) return;
	scopeStore.getState().pause();
	setCursor("blue", edge);
	viewport.reveal(edge);
}

function step(direction: "next" | "previous"): void {
	stepToEdge(direction).catch((error: unknown) => console.error("The capture did not answer.", error));
}

/** Shows the whole capture. */
export function fitAll(): void {
	const { firstTime, endTime } = shownStore.getState();
	if (endTime > firstTime) viewport.show(fit(firstTime, endTime, viewport.width));
}

/** The stretch that is marked: green to red, else gold to blue. */
export function markedStretch(): { readonly from: number; readonly to: number } | undefined {
	const { green, red, gold, blue } = scopeStore.getState().cursors;
	const [a, b] = green !== undefined && red !== undefined ? [green, red] : [gold, blue];
	if (a === undefined || b === undefined || a === b) return undefined;
	return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** Fits what is marked; what is fitted already, or nothing marked, fits all. */
export function fitMarked(): void {
	const marked = markedStretch();
	if (marked === undefined) {
		fitAll();
		return;
	}
	const target = fit(marked.from, marked.to, viewport.width, 0.05);
	const { from, to } = viewport.view;
	const isThere = Math.abs(from - target.from) + Math.abs(to - target.to) < (to - from) * 0.01;
	if (isThere) fitAll();
	else viewport.show(target);
}

function selectNeighbour(direction: 1 | -1): void {
	const { lanes } = laneStore.getState();
	const { selected } = scopeStore.getState();
	const index = lanes.findIndex((lane) => lane.gpio === selected[0]);
	const next = lanes[Math.min(lanes.length - 1, Math.max(0, index + direction))];
	if (next !== undefined) selectLanes([next.gpio]);
}

const putCursor = (cursor: CursorId): void => setCursor(cursor, markTime());

export const liveOrPause = defineAction({
	id: "scope.live",
	label: "Live or pause",
	icon: Pause,
	shortcuts: ["Space"],
	run: () => {
		const { mode, live, pause } = scopeStore.getState();
		if (mode === "live") pause();
		else live();
	},
});

export const fitAction = defineAction({
	id: "scope.fit",
	label: "Fit what is marked; again: fit all",
	icon: Fullscreen,
	shortcuts: ["F"],
	run: fitMarked,
});

export const markAction = defineAction({
	id: "scope.mark",
	label: "New marker",
	icon: Flag,
	shortcuts: ["M"],
	run: () => {
		addMarker(markTime());
	},
});

/** What a person can do in the scope. */
export const scopeActions = [
	liveOrPause,
	defineAction({
		id: "scope.previousEdge",
		label: "Blue to the previous edge",
		icon: ChevronLeft,
		shortcuts: ["ArrowLeft"],
		run: () => step("previous"),
	}),
	defineAction({
		id: "scope.nextEdge",
		label: "Blue to the next edge",
		icon: ChevronRight,
		shortcuts: ["ArrowRight"],
		run: () => step("next"),
	}),
	defineAction({
		id: "scope.zoomIn",
		label: "Zoom in",
		icon: ZoomIn,
		shortcuts: ["ArrowDown", "W"],
		run: () => viewport.zoom(1 / ZOOM_NOTCH, pixelOfHere()),
	}),
	defineAction({
		id: "scope.zoomOut",
		label: "Zoom out",
		icon: ZoomOut,
		shortcuts: ["ArrowUp", "S"],
		run: () => viewport.zoom(ZOOM_NOTCH, pixelOfHere()),
	}),
	defineAction({
		id: "scope.panBack",
		label: "Pan back",
		shortcuts: ["A"],
		run: (event) => viewport.page(event?.repeat === true ? -0.25 : -0.1),
	}),
	defineAction({
		id: "scope.panForward",
		label: "Pan forward",
		shortcuts: ["D"],
		run: (event) => viewport.page(event?.repeat === true ? 0.25 : 0.1),
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
	fitAction,
	defineAction({
		id: "scope.fitAll",
		label: "Fit all",
		run: fitAll,
	}),
	defineAction({
		id: "scope.gold",
		label: "Gold to blue",
		shortcuts: ["G"],
		run: () => putCursor("gold"),
	}),
	defineAction({
		id: "scope.green",
		label: "Green to blue",
		shortcuts: ["1"],
		run: () => putCursor("green"),
	}),
	defineAction({
		id: "scope.red",
		label: "Red to blue",
		shortcuts: ["2"],
		run: () => putCursor("red"),
	}),
	defineAction({
		id: "scope.pin",
		label: "Pin blue, or let it follow the pointer",
		icon: Pin,
		shortcuts: ["B"],
		run: () => {
			const { bluePinned, cursors } = scopeStore.getState();
			if (!bluePinned && cursors.blue === undefined) setCursor("blue", here());
			scopeStore.setState({ bluePinned: !bluePinned });
		},
	}),
	markAction,
	defineAction({
		id: "scope.namedMarker",
		label: "Go to a named marker",
		shortcuts: ["3", "4", "5", "6", "7", "8", "9"],
		hidden: true,
		enabled: () => scopeStore.getState().named.length > 0,
		run: (event) => {
			const marker = scopeStore.getState().named.find(({ number }) => String(number) === event?.key);
			if (marker !== undefined) viewport.showTime(marker.time);
		},
	}),
	defineAction({
		id: "scope.nextLane",
		label: "Next lane",
		shortcuts: ["J"],
		run: () => selectNeighbour(1),
	}),
	defineAction({
		id: "scope.previousLane",
		label: "Previous lane",
		shortcuts: ["K"],
		run: () => selectNeighbour(-1),
	}),
	defineAction({
		id: "scope.hideLane",
		label: "Hide the selected lanes",
		icon: EyeOff,
		shortcuts: ["H"],
		enabled: () => scopeStore.getState().selected.length > 0,
		run: () => {
			for (const gpio of scopeStore.getState().selected) styleGpio(gpio, { hidden: true });
			selectLanes([]);
		},
	}),
	defineAction({
		id: "scope.idle",
		label: "Show idle lanes, or only lanes that change",
		shortcuts: ["I"],
		run: () => scopeStore.setState(({ idleOpen }) => ({ idleOpen: !idleOpen })),
	}),
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

/** Plot pixel that a zoom by key or figure holds: that of blue when it is in sight. */
export function pixelOfHere(): number {
	const { from, to } = viewport.view;
	return ((here() - from) / (to - from)) * viewport.width;
}
