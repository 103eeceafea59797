import { fitAll } from "../actions/fitting.ts";
import { onTick } from "../markers/onTick.ts";
import { setCursor } from "../scopeStore.ts";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import type { Viewport } from "../view/viewport.ts";

const DRAG_START = 4;

/** The ruler by mouse: click centres, dragging selects a range, the wheel zooms, double click fits all. */
export function workRuler(ruler: HTMLElement, viewport: Viewport): () => void {
	const end = new AbortController();
	const { signal } = end;
	let startX: number | undefined;
	let isRange = false;
	const xOf = (event: MouseEvent): number => event.clientX - ruler.getBoundingClientRect().left;

	ruler.addEventListener(
		"pointerdown",
		(event) => {
			if (event.button !== 0) return;
			ruler.setPointerCapture(event.pointerId);
			startX = xOf(event);
			isRange = false;
		},
		{ signal },
	);
	ruler.addEventListener(
		"pointermove",
		(event) => {
			if (startX === undefined) return;
			const x = xOf(event);
			if (!isRange && Math.abs(x - startX) < DRAG_START) return;
			isRange = true;
			setCursor("green", onTick(viewport.timeAt(Math.min(startX, x))));
			setCursor("red", onTick(viewport.timeAt(Math.max(startX, x))));
		},
		{ signal },
	);
	ruler.addEventListener(
		"pointerup",
		(event) => {
			// The second click of a double click fits all; it must not centre as well.
			if (startX !== undefined && !isRange && event.detail < 2)
				viewport.showTime(viewport.timeAt(xOf(event)));
			startX = undefined;
		},
		{ signal },
	);
	ruler.addEventListener(
		"pointercancel",
		() => {
			startX = undefined;
		},
		{ signal },
	);
	ruler.addEventListener("dblclick", fitAll, { signal });
	ruler.addEventListener(
		"wheel",
		(event) => {
			event.preventDefault();
			viewport.zoom(ZOOM_NOTCH ** Math.sign(event.deltaY), xOf(event));
		},
		{ signal, passive: false },
	);
	return () => end.abort();
}
