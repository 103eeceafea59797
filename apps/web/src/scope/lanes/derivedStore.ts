import type { DerivedQuantity } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import { channelsStore } from "./channelsStore.ts";

/** What can be drawn over time under a lane. */
export const quantities = {
	frequency: { label: "Frequency", summary: "from one rising edge to the next" },
	duty: { label: "Duty cycle", summary: "high part of each period" },
	highWidth: { label: "High width", summary: "of each high pulse" },
	lowWidth: { label: "Low width", summary: "of each low pulse" },
	changeRate: { label: "Change rate", summary: "edges a second" },
} as const satisfies Record<DerivedQuantity, { readonly label: string; readonly summary: string }>;

export type Quantity = DerivedQuantity;

/** All of them, in the order of menus. */
export const quantityIds = Object.keys(quantities) as readonly Quantity[];

/** One quantity of one channel, drawn over time. */
export interface DerivedTrack {
	readonly channel: number;
	readonly quantity: Quantity;
}

interface DerivedState {
	/** By the key of the channels: of a Pi, or of a file. */
	readonly byKey: Readonly<Record<string, readonly DerivedTrack[]>>;
}

/** The derived tracks a person has asked for, kept per Pi and per file in the browser. */
export const derivedStore = createStore<DerivedState>()(
	persist((): DerivedState => ({ byKey: {} }), { name: "gpioscope.derived", version: 1 }),
);
followStorage(derivedStore);

const NONE: readonly DerivedTrack[] = [];

/** The tracks of the shown capture. */
export function derivedTracks(key = channelsStore.getState().key): readonly DerivedTrack[] {
	return derivedStore.getState().byKey[key] ?? NONE;
}

/** Shows a track, or takes it away. */
export function setDerived({ channel, quantity }: DerivedTrack, isShown: boolean): void {
	const others = derivedTracks().filter((one) => one.channel !== channel || one.quantity !== quantity);
	setDerivedTracks(isShown ? [...others, { channel, quantity }] : others);
}

/** Replaces the tracks of the shown capture. */
export function setDerivedTracks(tracks: readonly DerivedTrack[]): void {
	const { key } = channelsStore.getState();
	derivedStore.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: tracks } }));
}
