import { edgeMask, moveMarkerFreely, moveMarkerSnapped, SNAP_PIXELS } from "../markers/placeMarker.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { lastingOf, pixelOf, timeOf } from "./Shown.ts";
import type { Timeline } from "./Timeline.ts";

/** Moves a marker to a pixel of the plot: onto an edge that is near, unless `isFree`. */
function moveMarkerTo(id: string, x: number, timeline: Timeline, isFree: boolean): void {
	const { shown } = timeline;
	if (shown === undefined) return;
	const time = timeOf(x, shown);
	const reach = lastingOf(SNAP_PIXELS, shown);
	if (isFree) moveMarkerFreely(id, time);
	else moveMarkerSnapped(id, time, edgeMask(), reach);
}

/** Takes hold of the marker nearest to a pixel of the plot; answers what moves it, or undefined when none is in sight. */
export function holdMarker(x: number, timeline: Timeline): ((x: number) => void) | undefined {
	const { shown } = timeline;
	if (shown === undefined) return undefined;
	const [nearest] = shownMarkers(scopeStore.getState())
		.map(({ id, time }) => ({ id, at: pixelOf(time, shown) }))
		.filter(({ at }) => at >= 0 && at <= shown.width)
		.sort((a, b) => Math.abs(a.at - x) - Math.abs(b.at - x));
	if (nearest === undefined) return undefined;
	const { id } = nearest;
	if (id === "blue") scopeStore.setState({ bluePinned: true });
	// A tick of the motor says that the finger holds something; not every device has one.
	navigator.vibrate?.(10);
	moveMarkerTo(id, x, timeline, false);
	return (to) => moveMarkerTo(id, to, timeline, false);
}

/** Lets a flag or handle be dragged: it snaps to edges (Alt: not), and Escape puts it back. */
export function dragMarker(element: HTMLElement, id: string, timeline: Timeline): void {
	let start: { readonly time: number; readonly pointer: number } | undefined;
	const end = (): void => {
		start = undefined;
		window.removeEventListener("keydown", cancel, { capture: true });
	};
	const cancel = (event: KeyboardEvent): void => {
		if (event.key !== "Escape" || start === undefined) return;
		event.preventDefault();
		event.stopPropagation();
		element.releasePointerCapture(start.pointer);
		moveMarkerFreely(id, start.time);
		end();
	};
	element.addEventListener("pointerdown", (event) => {
		const marker = shownMarkers(scopeStore.getState()).find((one) => one.id === id);
		if (event.button !== 0 || marker === undefined) return;
		event.stopPropagation();
		element.setPointerCapture(event.pointerId);
		start = { time: marker.time, pointer: event.pointerId };
		window.addEventListener("keydown", cancel, { capture: true });
		if (id === "blue") scopeStore.setState({ bluePinned: true });
	});
	element.addEventListener("pointermove", (event) => {
		if (!element.hasPointerCapture(event.pointerId)) return;
		event.stopPropagation();
		const x = event.clientX - timeline.over.getBoundingClientRect().left;
		moveMarkerTo(id, x, timeline, event.altKey);
	});
	for (const name of ["pointerup", "pointercancel"] as const) {
		element.addEventListener(name, (event) => {
			event.stopPropagation();
			end();
		});
	}
	element.addEventListener("click", (event) => event.stopPropagation());
}
