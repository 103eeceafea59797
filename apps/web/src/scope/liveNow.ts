import { captureStore } from "../bridge/index.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { LiveEdge } from "./view/liveEdge.ts";

const liveEdge = new LiveEdge();

/** True while reports can come: only then does time run on at the right edge. */
function isConnected(): boolean {
	const { socket, target } = connectionStore.getState();
	const kind = target?.state.kind;
	return socket.kind === "open" && (kind === "live" || kind === "stale");
}

/** Says how old data is when it is drawn, µs: the right edge of a live view is so late. */
export function setHeadroom(headroom: number): void {
	liveEdge.headroom = headroom;
}

let frozenEdge: number | undefined;

/** Capture time of the right edge of a live view of the live capture at page time `now` ms, µs. */
export function liveEdgeAt(now: number): number | undefined {
	if (!isConnected() && frozenEdge !== undefined) return frozenEdge;
	frozenEdge = liveEdge.at(now);
	return frozenEdge;
}

function observe(): void {
	const { arrivals } = captureStore.getState();
	if (arrivals !== undefined) liveEdge.observe(arrivals);
}

observe();
captureStore.subscribe(observe);
