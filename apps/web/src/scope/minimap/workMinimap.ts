import { shownStore } from "../../bridge/index.ts";
import { fitAll } from "../actions/fitting.ts";
import { viewport } from "../mainViewport.ts";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import { dragWindow, type MinimapGrip } from "./dragWindow.ts";
import type { Minimap } from "./Minimap.ts";

/** CSS pixels a pointer moves before a press becomes a drag. */
const DRAG_START = 3;

/**
 * The overview by pointer: the window pans, its edges zoom, dragging elsewhere chooses a new one, a click centres, a
 * double click fits all, the wheel zooms. The answer ends it.
 */
export function workMinimap(element: HTMLElement, minimap: Minimap): () => void {
	const end = new AbortController();
	const { signal } = end;
	let press:
		| {
				readonly grip: MinimapGrip;
				readonly x: number;
				readonly start: number;
				readonly view: typeof viewport.view;
				readonly middle: number;
		  }
		| undefined;
	let isDragged = false;
	const pixelOf = (event: MouseEvent): number => event.clientX - element.getBoundingClientRect().left;
	const timeOf = (event: MouseEvent): number => minimap.timeAt(pixelOf(event));

	// A click here must not take the keys from the traces.
	element.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
	element.addEventListener(
		"pointerdown",
		(event) => {
			if (event.button !== 0) return;
			element.setPointerCapture(event.pointerId);
			isDragged = false;
			press = {
				grip: minimap.gripAt(event.target),
				x: pixelOf(event),
				start: timeOf(event),
				view: viewport.view,
				middle: viewport.timeAt(viewport.width / 2),
			};
		},
		{ signal },
	);
	element.addEventListener(
		"pointermove",
		(event) => {
			minimap.point(press === undefined ? pixelOf(event) : undefined);
			if (press === undefined || (!isDragged && Math.abs(pixelOf(event) - press.x) < DRAG_START)) return;
			isDragged = true;
			const { grip, view, middle, start } = press;
			// With breaks, the same zoom shows more or less time from place to place.
			if (grip === "window") viewport.holdTime(middle + timeOf(event) - start);
			const least = viewport.limitSpan(0);
			if (grip !== "window") viewport.hold(dragWindow(grip, view, start, timeOf(event), least));
		},
		{ signal },
	);
	const stop = (event: PointerEvent): void => {
		// The second click of a double click fits all; it must not centre as well.
		if (press !== undefined && !isDragged && event.type === "pointerup" && event.detail < 2)
			viewport.showTime(timeOf(event));
		press = undefined;
	};
	element.addEventListener("pointerup", stop, { signal });
	element.addEventListener("pointercancel", stop, { signal });
	element.addEventListener("pointerleave", () => minimap.point(undefined), { signal });
	element.addEventListener("dblclick", fitAll, { signal });
	element.addEventListener(
		"wheel",
		(event) => {
			event.preventDefault();
			viewport.zoomAround(timeOf(event), ZOOM_NOTCH ** Math.sign(event.deltaY));
		},
		{ signal, passive: false },
	);
	return () => end.abort();
}

/** What a key does in the overview while it has the focus. */
export const minimapKeys: ReadonlyMap<string, () => void> = new Map([
	["ArrowLeft", () => viewport.page(-0.1)],
	["ArrowRight", () => viewport.page(0.1)],
	["PageUp", () => viewport.page(-0.9)],
	["PageDown", () => viewport.page(0.9)],
	["ArrowUp", () => viewport.zoom(ZOOM_NOTCH)],
	["ArrowDown", () => viewport.zoom(1 / ZOOM_NOTCH)],
	["Home", () => viewport.showTime(shownStore.getState().firstTime, 0.02)],
	["End", () => viewport.showTime(shownStore.getState().endTime, 0.98)],
]);
