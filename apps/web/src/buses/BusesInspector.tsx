import { useStore } from "zustand";
import { buses } from "./buses.ts";
import { busesStore } from "./busesStore.ts";

/** What belongs to the chosen bus at the right. */
export function BusesInspector() {
	const { Inspector } = buses[useStore(busesStore, (state) => state.kind)];
	return Inspector === undefined ? null : <Inspector />;
}
