import { capturesStore, shownCapture, shownStore } from "../bridge/index.ts";
import { currentZero } from "./currentZero.ts";
import { channelName } from "./lanes/channelsStore.ts";
import { laneStore } from "./lanes/laneStore.ts";
import { edgeAt, viewport } from "./mainViewport.ts";
import { scopeStore } from "./scopeStore.ts";
import type { TimelineWorld } from "./timeline/TimelineWorld.ts";

/** What the scope shows: its lanes of the capture that is shown. */
export const mainWorld: TimelineWorld = {
	viewport,
	capture: {
		questions: shownCapture,
		facts: shownStore,
		id: () => capturesStore.getState().shown,
		edgeAt,
	},
	lanes: laneStore,
	nameOf: channelName,
	zero: currentZero,
	onZero: (listener) =>
		scopeStore.subscribe((state, before) => {
			// Markers lie over the picture; only a ruler that counts from one of them is drawn anew.
			const isFromMarker = state.zero.kind === "cursor" || state.zero.kind === "marker";
			const isMoved = state.cursors !== before.cursors || state.named !== before.named;
			if (state.zero !== before.zero || (isFromMarker && isMoved)) listener();
		}),
};
