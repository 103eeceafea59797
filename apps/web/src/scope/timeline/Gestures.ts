import { uiStore } from "../../stores/uiStore.ts";
import type { ScopeTool } from "../scopeStore.ts";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import type { Viewport } from "../view/viewport.ts";

/** CSS pixels a pointer moves before a press becomes a drag. */
const DRAG_START = 4;
const WHEEL_NOTCH = 100;
/** A finger that rests for so long takes hold of what is near, ms. */
const HOLD_MS = 400;

/** What the plot does with gestures that are more than moving the view. */
export interface GestureTargets {
	/** What a drag without keys does. */
	tool(): ScopeTool;
	/** A press and release without moving. Pixels from the plot's corner. */
	click(x: number, y: number, event: PointerEvent): void;
	/** A mouse moves over the plot without a button; undefined when it left or drags. */
	hover(place: { readonly x: number; readonly y: number } | undefined): void;
	/** A range is pulled open; `done` when the button was let go. */
	range(kind: "measure" | "zoom", fromX: number, toX: number, done: boolean): void;
	/** The range is given up. */
	cancelRange(): void;
	/** A finger has rested at pixel `x`: what follows it from now on, or undefined when there is nothing to hold. */
	hold(x: number): ((x: number) => void) | undefined;
	/** Scrolls the lanes by CSS pixels. */
	scrollLanes(pixels: number): void;
	dragging(isDragging: boolean): void;
}

interface Press {
	readonly startX: number;
	readonly startY: number;
	readonly range: "measure" | "zoom" | undefined;
	x: number;
	y: number;
	kind: "pressed" | "pan" | "scroll" | "range" | "held";
	/** Moves what a resting finger took hold of. */
	follow?: (x: number) => void;
}

/** Turns mouse, pen, touch and wheel on the plot into movements of the view. */
export class Gestures {
	readonly #element: HTMLElement;
	readonly #viewport: Viewport;
	readonly #targets: GestureTargets;
	readonly #pointers = new Map<number, { x: number; y: number }>();
	readonly #end = new AbortController();
	#press: Press | undefined;
	#holdTimer: ReturnType<typeof setTimeout> | undefined;
	#pinch:
		| { readonly first: number; readonly second: number; readonly times: readonly [number, number] }
		| undefined;

	constructor(element: HTMLElement, viewport: Viewport, targets: GestureTargets) {
		this.#element = element;
		this.#viewport = viewport;
		this.#targets = targets;
		const { signal } = this.#end;
		element.addEventListener("pointerdown", (event) => this.#down(event), { signal });
		element.addEventListener("pointermove", (event) => this.#move(event), { signal });
		element.addEventListener("pointerup", (event) => this.#up(event, true), { signal });
		element.addEventListener("pointercancel", (event) => this.#up(event, false), { signal });
		element.addEventListener("pointerleave", () => targets.hover(undefined), { signal });
		element.addEventListener("dblclick", (event) => this.#doubleClick(event), { signal });
		element.addEventListener("wheel", (event) => this.#wheel(event), { signal, passive: false });
		window.addEventListener("keydown", (event) => this.#keyDown(event), { signal, capture: true });
	}

	destroy(): void {
		clearTimeout(this.#holdTimer);
		this.#end.abort();
	}

	#placeOf(event: MouseEvent): { x: number; y: number } {
		const { left, top } = this.#element.getBoundingClientRect();
		return { x: event.clientX - left, y: event.clientY - top };
	}

	#down(event: PointerEvent): void {
		if (event.button !== 0) return;
		this.#element.setPointerCapture(event.pointerId);
		const place = this.#placeOf(event);
		this.#pointers.set(event.pointerId, place);
		if (this.#pointers.size === 2) {
			this.#startPinch();
			return;
		}
		if (this.#pointers.size > 2) return;
		const tool = this.#targets.tool();
		const range =
			event.shiftKey || tool === "measure"
				? "measure"
				: event.ctrlKey || tool === "zoom"
					? "zoom"
					: undefined;
		this.#press = { startX: place.x, startY: place.y, ...place, range, kind: "pressed" };
		this.#viewport.grab(place.x, event.timeStamp);
		clearTimeout(this.#holdTimer);
		if (event.pointerType !== "mouse") this.#holdTimer = setTimeout(() => this.#hold(), HOLD_MS);
	}

	#hold(): void {
		const press = this.#press;
		if (press?.kind !== "pressed") return;
		const follow = this.#targets.hold(press.x);
		if (follow === undefined) return;
		press.kind = "held";
		press.follow = follow;
	}

	#move(event: PointerEvent): void {
		const place = this.#placeOf(event);
		if (!this.#pointers.has(event.pointerId)) {
			if (event.pointerType === "mouse") this.#targets.hover(place);
			return;
		}
		this.#pointers.set(event.pointerId, place);
		if (this.#pinch !== undefined) {
			this.#movePinch();
			return;
		}
		const press = this.#press;
		if (press === undefined) return;
		if (press.kind === "pressed") this.#startDrag(press, place, event);
		if (press.kind === "held") press.follow?.(place.x);
		else if (press.kind === "pan") this.#viewport.drag(place.x - press.x, place.x, event.timeStamp);
		else if (press.kind === "scroll") this.#targets.scrollLanes(press.y - place.y);
		else if (press.kind === "range" && press.range !== undefined) {
			this.#targets.range(press.range, press.startX, place.x, false);
		}
		if (press.kind !== "pressed") {
			press.x = place.x;
			press.y = place.y;
		}
	}

	#startDrag(press: Press, place: { x: number; y: number }, event: PointerEvent): void {
		const across = Math.abs(place.x - press.startX);
		const down = Math.abs(place.y - press.startY);
		if (Math.max(across, down) < DRAG_START) return;
		if (press.range !== undefined) press.kind = "range";
		else press.kind = event.pointerType !== "mouse" && down > across ? "scroll" : "pan";
		this.#targets.hover(undefined);
		this.#targets.dragging(true);
	}

	#up(event: PointerEvent, isDone: boolean): void {
		if (!this.#pointers.delete(event.pointerId)) return;
		if (this.#pinch !== undefined) {
			this.#pinch = undefined;
			this.#press = undefined;
			this.#targets.dragging(false);
			return;
		}
		const press = this.#press;
		this.#press = undefined;
		clearTimeout(this.#holdTimer);
		if (press === undefined) return;
		const place = this.#placeOf(event);
		if (press.kind === "pressed") {
			if (isDone) this.#targets.click(place.x, place.y, event);
			return;
		}
		this.#targets.dragging(false);
		if (press.kind === "pan") this.#viewport.release(event.timeStamp);
		if (press.kind === "range" && press.range !== undefined) {
			if (isDone) this.#targets.range(press.range, press.startX, place.x, true);
			else this.#targets.cancelRange();
		}
	}

	#startPinch(): void {
		const [first, second] = [...this.#pointers.entries()];
		if (first === undefined || second === undefined) return;
		this.#press = undefined;
		this.#targets.hover(undefined);
		this.#pinch = {
			first: first[0],
			second: second[0],
			times: [this.#viewport.timeAt(first[1].x), this.#viewport.timeAt(second[1].x)],
		};
	}

	#movePinch(): void {
		const pinch = this.#pinch;
		if (pinch === undefined) return;
		const first = this.#pointers.get(pinch.first);
		const second = this.#pointers.get(pinch.second);
		if (first === undefined || second === undefined) return;
		const [left, right] = pinch.times;
		this.#viewport.pinch({ time: left, x: first.x }, { time: right, x: second.x });
	}

	#doubleClick(event: MouseEvent): void {
		this.#viewport.showTime(this.#viewport.timeAt(this.#placeOf(event).x));
	}

	#wheel(event: WheelEvent): void {
		event.preventDefault();
		const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
		const across = event.deltaX * unit;
		const down = event.deltaY * unit;
		if (event.shiftKey || Math.abs(across) > Math.abs(down)) {
			this.#viewport.pan(Math.abs(across) > Math.abs(down) ? across : down);
			return;
		}
		// A pinch on a trackpad comes as a wheel with Ctrl and small steps; only a real wheel scrolls the lanes.
		const isPinch = event.ctrlKey && Math.abs(down) < WHEEL_NOTCH / 2;
		const scrolls = uiStore.getState().wheelScrolls !== event.ctrlKey;
		if (scrolls && !isPinch) {
			this.#targets.scrollLanes(down);
			return;
		}
		const notches = isPinch ? down / 10 : wheelNotches(down);
		this.#viewport.zoom(ZOOM_NOTCH ** notches, this.#placeOf(event).x);
	}

	#keyDown(event: KeyboardEvent): void {
		if (event.key !== "Escape" || this.#press?.kind !== "range") return;
		event.preventDefault();
		event.stopPropagation();
		this.#press = undefined;
		this.#targets.dragging(false);
		this.#targets.cancelRange();
	}
}

/** Whole notches of a wheel, fractions of one on a trackpad. */
function wheelNotches(delta: number): number {
	if (Math.abs(delta) < WHEEL_NOTCH / 2) return delta / WHEEL_NOTCH;
	return Math.sign(delta) * Math.max(1, Math.round(Math.abs(delta) / 115));
}
