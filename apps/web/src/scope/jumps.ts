import { capturesStore, showCapture } from "../bridge/index.ts";
import { viewport } from "./mainViewport.ts";
import { scopeStore } from "./scopeStore.ts";
import type { TimeView } from "./view/timeView.ts";

/** Jumps that follow each other faster than this are one place in the browser's history, ms. */
const PLACE_MS = 1000;

/** A place that the browser's back and forward return to. */
interface Place {
	readonly capture: string;
	/** Undefined where the view followed the newest data. */
	readonly view: TimeView | undefined;
}

let jumpedAt = Number.NEGATIVE_INFINITY;

/** Shows a capture time (µs) at a share of the width, so that the browser's back returns to where one was. */
export function jumpTo(time: number, share?: number): void {
	jump(() => viewport.showTime(time, share));
}

/** Makes a movement of the view a jump: one that the browser's back takes back. */
export function jump(move: () => void): void {
	const now = performance.now();
	const isSamePlace = now - jumpedAt < PLACE_MS;
	jumpedAt = now;
	if (!isSamePlace) keep("replaceState");
	move();
	keep(isSamePlace ? "replaceState" : "pushState");
}

function keep(how: "pushState" | "replaceState"): void {
	const place: Place = {
		capture: capturesStore.getState().shown,
		view: viewport.following ? undefined : viewport.target,
	};
	const state: unknown = history.state;
	history[how]({ ...(typeof state === "object" ? state : undefined), place }, "", location.href);
}

function isPlace(value: unknown): value is Place {
	return (
		typeof value === "object" && value !== null && "capture" in value && typeof value.capture === "string"
	);
}

function restore({ state }: PopStateEvent): void {
	const place: unknown =
		typeof state === "object" && state !== null && "place" in state ? state.place : undefined;
	if (!isPlace(place)) return;
	if (place.view === undefined) {
		scopeStore.getState().live();
		return;
	}
	showCapture(place.capture);
	viewport.show(place.view);
}

/** Lets the browser's back and forward walk jumps; the answer ends it. */
export function startJumps(): () => void {
	window.addEventListener("popstate", restore);
	return () => window.removeEventListener("popstate", restore);
}
