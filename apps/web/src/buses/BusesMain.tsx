import { useEffect } from "react";
import { useStore } from "zustand";
import { tracedLinesStore } from "../stores/tracedLinesStore.ts";
import type { BusDefinition } from "./BusDefinition.ts";
import { buses } from "./buses.ts";
import { busesStore } from "./busesStore.ts";

/** The bus that was chosen. */
export function BusesMain() {
	const kind = useStore(busesStore, (state) => state.kind);
	const { Main, useLines } = buses[kind];
	return (
		<>
			<Traced key={kind} useLines={useLines} />
			<Main />
		</>
	);
}

/** Says which lines the bus goes over; shows nothing itself. */
function Traced({ useLines }: Pick<BusDefinition, "useLines">) {
	const traced = useLines();
	useEffect(() => tracedLinesStore.setState(traced, true), [traced]);
	return null;
}
