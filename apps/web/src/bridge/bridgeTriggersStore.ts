import type { SegmentFacts, SegmentLimits, ServerMessageOf, WatchedTrigger } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";

interface BridgeTriggersState {
	/** What the bridge watches for, whether pages are there or not, of all owners. */
	readonly triggers: readonly WatchedTrigger[];
	/** The segments that it keeps, the oldest first. */
	readonly segments: readonly SegmentFacts[];
	/** How much it keeps of them; undefined until it has said so. */
	readonly limits: SegmentLimits | undefined;
}

/** What the bridge tells of its triggers. */
export const bridgeTriggersStore = createStore<BridgeTriggersState>()(() => ({
	triggers: [],
	segments: [],
	limits: undefined,
}));

/** Takes news of segments. */
export function takeSegments({ whole, kept, gone, limits }: ServerMessageOf<"segments">): void {
	bridgeTriggersStore.setState(({ segments }) => {
		// Who has just come may hear of one twice.
		const isOut = new Set([...gone, ...kept.map(({ segment }) => segment)]);
		const before = whole ? [] : segments.filter(({ segment }) => !isOut.has(segment));
		return { segments: [...before, ...kept], limits };
	});
}
