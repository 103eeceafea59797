import { useStore } from "zustand";
import { buses } from "./buses.ts";
import { busesStore } from "./busesStore.ts";

/** The bus that was chosen. */
export function BusesMain() {
	const { Main } = buses[useStore(busesStore, (state) => state.kind)];
	return <Main />;
}
