import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { busKey, type I2cBus } from "../model/i2cBus.ts";
import { i2cSettings } from "./i2cSettings.ts";
import { i2cStore } from "./i2cStore.ts";

/** A part of what is known of the buses. */
export function useI2c<T>(select: (state: ReturnType<typeof i2cStore.getState>) => T): T {
	return useStore(i2cStore, useShallow(select));
}

/** A part of what the person chose. */
export function useI2cSettings<T>(select: (state: ReturnType<typeof i2cSettings.getState>) => T): T {
	return useStore(i2cSettings, useShallow(select));
}

/** The bus on view. */
export function useBus(): I2cBus {
	return useStore(i2cSettings, (state) => state.bus);
}

/** The address whose device is on view; undefined until one is chosen. */
export function useAddress(): number | undefined {
	const bus = useBus();
	return useStore(i2cStore, (state) => state.selected[busKey(bus)]);
}
