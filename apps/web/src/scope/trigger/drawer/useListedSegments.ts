import { useMemo } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { bridgeTriggersStore, capturesStore } from "../../../bridge/index.ts";
import { ownerStore } from "../../../stores/ownerStore.ts";
import { type ListedSegment, listSegments, segmentsOf } from "../segments.ts";

/** All segments, wherever they are, the oldest first. */
export function useListedSegments(): readonly ListedSegment[] {
	const here = useStore(
		capturesStore,
		useShallow(({ entries }) => segmentsOf(entries)),
	);
	const kept = useStore(bridgeTriggersStore, ({ segments }) => segments);
	const own = useStore(ownerStore, ({ id }) => id);
	// biome-ignore lint/correctness/useExhaustiveDependencies: whose they are depends on who this is.
	return useMemo(() => listSegments(here, kept), [here, kept, own]);
}
