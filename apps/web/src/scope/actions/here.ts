import { viewport } from "../mainViewport.ts";
import { onTick } from "../markers/onTick.ts";
import { scopeStore } from "../scopeStore.ts";

/** Where keys act: blue, else the middle of the view, else the newest data. */
export function here(): number {
	const { blue } = scopeStore.getState().cursors;
	if (blue !== undefined && isInView(blue)) return blue;
	return viewport.following ? viewport.view.to : viewport.timeAt(viewport.width / 2);
}

/** Whether a capture time (µs) is on screen. */
export function isInView(time: number): boolean {
	return time >= viewport.view.from && time <= viewport.view.to;
}

/** Where markers are put: blue, wherever it is, else the middle of the view. */
export function markTime(): number {
	return onTick(scopeStore.getState().cursors.blue ?? here());
}

/** Plot pixel that a zoom by key or figure holds: that of blue when it is in sight. */
export function pixelOfHere(): number {
	return viewport.pixelOf(here());
}
