import type { PinFacts } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface PinsState {
	/** What the bridge knows of each GPIO beside its level; empty until it has said. */
	readonly pins: Readonly<Record<number, PinFacts>>;
}

/** Modes, pulls and drives of the GPIOs, as the daemon last said. */
export const pinsStore = createStore<PinsState>()(() => ({ pins: {} }));

/** Takes in a `pins` message: all pins at first, later those that changed. */
export function updatePins(changed: readonly PinFacts[]): void {
	pinsStore.setState((state) => ({
		pins: { ...state.pins, ...Object.fromEntries(changed.map((pin) => [pin.gpio, pin])) },
	}));
}

/** Facts of one GPIO; undefined while unknown. */
export function usePin(gpio: number): PinFacts | undefined {
	return useStore(pinsStore, (state) => state.pins[gpio]);
}
