import { useStore } from "zustand";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { StretchTable } from "../inspector/StretchTable.tsx";
import { stretchStore } from "../inspector/stretchStore.ts";

/** What every lane did between the markers. */
export function MeasurementsTab() {
	const lanes = useStore(stretchStore, (state) => state.lanes);
	if (lanes === undefined) {
		return <EmptyNote>Nothing is marked. Set gold and blue, or pull a range open with Shift drag.</EmptyNote>;
	}
	return <StretchTable wide lanes={lanes} />;
}

/** How many lanes were measured. */
export function MeasurementsCount() {
	return <>{useStore(stretchStore, (state) => state.lanes?.length ?? 0)}</>;
}
