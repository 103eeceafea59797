import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { channelsStore } from "./channelsStore.ts";

/** What can be drawn over time under a lane. */
export const quantities = {
	frequency: { label: "Frequency", unit: "Hz" },
	duty: { label: "Duty cycle", unit: "%" },
	pulseWidth: { label: "Pulse width", unit: "s" },
	changeRate: { label: "Change rate", unit: "/s" },
} as const;

export type Quantity = keyof typeof quantities;

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

const NONE: readonly DerivedTrack[] = [];

/** The tracks of the shown capture. */
export function derivedTracks(key = channelsStore.getState().key): readonly DerivedTrack[] {
	return derivedStore.getState().byKey[key] ?? NONE;
}

/** Shows a track, or takes it away. */
export function setDerived({ channel, quantity }: DerivedTrack, isShown: boolean): void {
	const { key } = channelsStore.getState();
	const others = derivedTracks(key).filter((one) => one.channel !== channel || one.quantity !== quantity);
	const tracks = isShown ? [...others, { channel, quantity }] : others;
	derivedStore.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: tracks } }));
}
