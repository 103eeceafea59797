import { useStore } from "zustand";
import { figuresStore } from "../figures/figuresStore.ts";
import { StretchTable } from "../inspector/StretchTable.tsx";
import { stretchStore } from "../inspector/stretchStore.ts";
import { laneStore } from "../lanes/laneStore.ts";

/** What every lane did between the markers; without markers in the last second, or in a paused view. */
export function MeasurementsTab() {
	const marked = useStore(stretchStore, (state) => state.lanes);
	const recent = useStore(figuresStore, (state) => state.lanes);
	const order = useStore(laneStore, (state) => state.lanes);
	const lanes = marked ?? order.flatMap(({ channel }) => recent[channel] ?? []);
	return <StretchTable wide lanes={lanes} />;
}

/** How many lanes are measured. */
export function MeasurementsCount() {
	const marked = useStore(stretchStore, (state) => state.lanes?.length);
	const all = useStore(laneStore, (state) => state.lanes.length);
	return <>{marked ?? all}</>;
}
