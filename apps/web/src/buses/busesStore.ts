import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type BusKind, busKinds } from "./busKinds.ts";

interface BusesState {
	/** Which kind of bus is on view. */
	readonly kind: BusKind;
}

/** What the person chose about the view of buses; kept in the browser. */
export const busesStore = createStore<BusesState>()(
	persist((): BusesState => ({ kind: "i2c" }), {
		name: "gpioscope.buses",
		version: 1,
		merge: (stored, current) => {
			const kind = (stored as Partial<BusesState> | undefined)?.kind;
			return kind !== undefined && busKinds.includes(kind) ? { ...current, kind } : current;
		},
	}),
);
