import { useSyncExternalStore } from "react";
import { capturesStore, LIVE, shownEntry } from "../../bridge/index.ts";
import { type ShownHit, statusStore } from "./statusStore.ts";

/** The hit that the scope stands at: that of the segment it shows, or the one that paused the live capture. */
export function shownHit(): ShownHit | undefined {
	const { source } = shownEntry();
	if (source.kind === "segment") return source;
	return capturesStore.getState().shown === LIVE ? statusStore.getState().pausedBy : undefined;
}

/** Calls back when the scope comes to stand at another hit or at none; the answer ends it. */
export function onShownHitChange(listener: () => void): () => void {
	const stops = [
		statusStore.subscribe((state, before) => {
			if (state.pausedBy !== before.pausedBy) listener();
		}),
		capturesStore.subscribe((state, before) => {
			if (state.shown !== before.shown) listener();
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** The hit that the scope stands at. */
export function useShownHit(): ShownHit | undefined {
	return useSyncExternalStore(onShownHitChange, shownHit);
}
