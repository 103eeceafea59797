import { isSelected } from "@gpioscope/logic";
import { type RefObject, useEffect } from "react";
import { uiStore } from "../../stores/uiStore.ts";
import { rowAt, rulerHeight } from "../draw/trackGeometry.ts";
import { dispatchTool } from "../model/editing.ts";
import { editorStore } from "../model/editorStore.ts";
import { panBy, toPixel, toTime, zoomAt } from "../model/viewport.ts";
import { hitTest } from "../tools/hitTest.ts";
import type { Hit, Modifiers, PointerPlace } from "../tools/ToolState.ts";
import { shownLength } from "../verify/shownDocument.ts";
import { cursorFor } from "./cursorFor.ts";
import { TouchView } from "./TouchView.ts";

/** One notch of the wheel. */
const zoomStep = 1.25;
const mouseReach = 6;
const fingerReach = 22;

/**
 * Turns what happens on an element into events for the tools, and into zooming and panning. `part` says whether it
 * is the plot or the ruler, where only the document's end can be dragged.
 */
export function usePlotGestures(element: RefObject<HTMLElement | null>, part: "plot" | "ruler"): void {
	useEffect(() => {
		const target = element.current;
		if (target === null) return;
		const touches = new TouchView();
		let pan: { id: number; x: number } | undefined;

		const place = (event: MouseEvent, isTouch: boolean): PointerPlace => {
			const box = target.getBoundingClientRect();
			const [x, y] = [event.clientX - box.left, event.clientY - box.top];
			const { history, view } = editorStore.getState();
			const time = view === undefined ? 0 : toTime(view, x);
			const row = part === "ruler" ? -1 : rowAt(y);
			const { document } = history.present;
			const reach = isTouch ? fingerReach : mouseReach;
			let hit: Hit = { kind: "nothing" };
			if (view !== undefined)
				hit =
					part === "ruler"
						? Math.abs(toPixel(view, document.length) - x) <= reach && y < rulerHeight
							? { kind: "end" }
							: hit
						: hitTest(document, row, time, { scale: view.scale, reach });
			return { x, y, time, row, hit };
		};

		const onPointerDown = (event: PointerEvent): void => {
			const isTouch = event.pointerType === "touch";
			if (isTouch) touches.down(event);
			if (event.button === 1) {
				event.preventDefault();
				pan = { id: event.pointerId, x: event.clientX };
				target.setPointerCapture(event.pointerId);
				return;
			}
			if (event.button !== 0) return;
			const at = place(event, isTouch);
			target.setPointerCapture(event.pointerId);
			if (touches.count > 1) {
				dispatchTool({ type: "cancel" });
				pan = undefined;
				return;
			}
			const isEditing = editorStore.getState().mode === "edit";
			const isPanning =
				!isEditing || (part === "ruler" ? at.hit.kind !== "end" : isTouch && !fingerEdits(at.hit));
			if (isPanning) {
				pan = { id: event.pointerId, x: event.clientX };
				touches.mayTap(at);
			} else dispatchTool({ type: "pointerDown", place: at, modifiers: modifiersOf(event) });
		};

		const onPointerMove = (event: PointerEvent): void => {
			const { view, plotWidth } = editorStore.getState();
			const at = place(event, event.pointerType === "touch");
			if (view !== undefined && touches.count > 1) {
				const moved = touches.move(event, target.getBoundingClientRect().left);
				if (moved !== undefined) {
					const zoomed = zoomAt(view, moved.x, moved.factor);
					editorStore.setState({
						view: panBy(zoomed, -moved.by, shownLength(), plotWidth),
					});
				}
				return;
			}
			if (pan !== undefined && view !== undefined) {
				touches.moved(at);
				const by = pan.x - event.clientX;
				pan = { id: pan.id, x: event.clientX };
				editorStore.setState({ view: panBy(view, by, shownLength(), plotWidth) });
				return;
			}
			if (part === "plot") editorStore.setState({ pointer: { time: at.time, row: at.row } });
			target.style.cursor = cursorFor(editorStore.getState(), at.hit, event.shiftKey);
			dispatchTool({ type: "pointerMove", place: at, modifiers: modifiersOf(event) });
		};

		const onPointerUp = (event: PointerEvent): void => {
			const at = place(event, event.pointerType === "touch");
			const tap = touches.up(event);
			if (pan !== undefined) {
				pan = undefined;
				if (tap !== undefined && editorStore.getState().mode === "edit") {
					dispatchTool({ type: "pointerDown", place: tap, modifiers: modifiersOf(event) });
					dispatchTool({ type: "pointerUp", place: tap, modifiers: modifiersOf(event) });
				}
				return;
			}
			dispatchTool({ type: "pointerUp", place: at, modifiers: modifiersOf(event) });
		};

		const onCancel = (event: PointerEvent): void => {
			touches.up(event);
			pan = undefined;
			dispatchTool({ type: "cancel" });
		};

		const onLeave = (): void => editorStore.setState({ pointer: undefined });
		const onDoubleClick = (event: MouseEvent): void => {
			if (editorStore.getState().mode !== "edit") return;
			dispatchTool({ type: "doubleClick", place: place(event, false), modifiers: modifiersOf(event) });
		};

		const onWheel = (event: WheelEvent): void => {
			const { view, plotWidth } = editorStore.getState();
			// Ctrl with the wheel scrolls the list of tracks, as do wheels in the other setting.
			const scrolls = uiStore.getState().wheelScrolls !== event.ctrlKey;
			if (view === undefined || (scrolls && !event.shiftKey && event.deltaX === 0)) {
				if (event.ctrlKey) {
					event.preventDefault();
					target.closest("[data-scrolls]")?.scrollBy({ top: event.deltaY });
				}
				return;
			}
			event.preventDefault();
			const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
			if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
				editorStore.setState({ view: panBy(view, sideways, shownLength(), plotWidth) });
				return;
			}
			const x = event.clientX - target.getBoundingClientRect().left;
			const notches = event.deltaMode === 0 ? event.deltaY / 100 : event.deltaY / 3;
			editorStore.setState({ view: zoomAt(view, x, zoomStep ** Math.max(-3, Math.min(3, notches))) });
		};

		const ends = new AbortController();
		const { signal } = ends;
		target.addEventListener("pointerdown", onPointerDown, { signal });
		target.addEventListener("pointermove", onPointerMove, { signal });
		target.addEventListener("pointerup", onPointerUp, { signal });
		target.addEventListener("pointercancel", onCancel, { signal });
		target.addEventListener("pointerleave", onLeave, { signal });
		target.addEventListener("dblclick", onDoubleClick, { signal });
		target.addEventListener("wheel", onWheel, { passive: false, signal });
		return () => ends.abort();
	}, [element, part]);
}

/** A finger edits what is selected, or with a tool that draws; otherwise it moves the view. */
function fingerEdits(hit: Hit): boolean {
	const { tool, history } = editorStore.getState();
	if (tool !== "select") return true;
	const { selection } = history.present;
	if (hit.kind === "edge") {
		const { gpio, index } = hit.edge;
		return isSelected(selection, hit.edge) || isSelected(selection, { gpio, index: index ^ 1 });
	}
	return hit.kind === "pulse" && isSelected(selection, { gpio: hit.pulse.gpio, index: hit.pulse.index });
}

function modifiersOf(event: MouseEvent): Modifiers {
	return { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey };
}
