import { captureStore, capturesStore, LIVE, showCapture, shownStore } from "../bridge/index.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { scopeStore } from "./scopeStore.ts";
import { LiveEdge } from "./view/liveEdge.ts";
import { fit } from "./view/timeView.ts";
import { Viewport } from "./view/viewport.ts";

const liveEdge = new LiveEdge();
const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/** True while reports can come: only then does time run on at the right edge. */
function isConnected(): boolean {
	const kind = connectionStore.getState().target?.state.kind;
	return connectionStore.getState().socket.kind === "open" && (kind === "live" || kind === "stale");
}

let frozenEdge: number | undefined;

/** Capture time of the right edge of a live view, µs; of a capture that does not grow its end. */
export function edgeAt(now: number): number | undefined {
	if (capturesStore.getState().shown !== LIVE) return shownStore.getState().endTime;
	if (!isConnected() && frozenEdge !== undefined) return frozenEdge;
	frozenEdge = liveEdge.at(now);
	return frozenEdge;
}

function observe(): void {
	const { arrivals } = captureStore.getState();
	if (arrivals !== undefined) liveEdge.observe(arrivals);
}

observe();
captureStore.subscribe(() => {
	observe();
	viewport.noteBehind(performance.now());
});

/** The stretch of time that the scope shows. */
export const viewport = new Viewport({
	store: scopeStore,
	edge: edgeAt,
	bounds: () => {
		const { firstTime, endTime } = shownStore.getState();
		return endTime > firstTime ? { first: firstTime, last: endTime } : undefined;
	},
	reducedMotion: () => reducedMotion.matches,
});

capturesStore.subscribe(({ shown }, before) => {
	if (shown === before.shown || shown === LIVE) return;
	// Only the live capture goes on by itself.
	scopeStore.getState().pause();
	const { firstTime, endTime } = shownStore.getState();
	if (endTime > firstTime) viewport.show(fit(firstTime, endTime, viewport.width));
});

scopeStore.subscribe(({ mode }, before) => {
	if (mode === "live" && before.mode !== "live") showCapture(LIVE);
});
