import type { SegmentFacts, WatchedTrigger } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";

interface BridgeTriggersState {
	/** What the bridge watches for, whether pages are there or not. */
	readonly triggers: readonly WatchedTrigger[];
	/** The segments that it keeps, the oldest first. */
	readonly segments: readonly SegmentFacts[];
}

/** What the bridge tells of its triggers. */
export const bridgeTriggersStore = createStore<BridgeTriggersState>()(() => ({ triggers: [], segments: [] }));
