import { useActBar } from "../../../stores/actBar.ts";
import { busKey, type I2cBus } from "../model/i2cBus.ts";
import { isSureOf } from "./i2cStore.ts";
import { useBus, useI2c } from "./useI2c.ts";

/** Whether the bus on view can be used from here now: armed, connected, its lines taken, and nothing else under way. */
export function useCanUse(): boolean {
	const bar = useActBar();
	const isReady = useIsReady();
	return useI2c((state) => state.running === undefined) && isReady && bar === undefined;
}

/** Whether there is a bus: a controller always is one, two GPIOs only once they are taken for it. */
export function useIsReady(): boolean {
	const bus = useBus();
	return useI2c((state) => bus.kind === "controller" || state.ports[busKey(bus)] !== undefined);
}

/** Whether the device at an address may be used by what it is taken for: never while that is a guess with a risk. */
export function useCanUseAs(bus: I2cBus, address: number): boolean {
	const canUse = useCanUse();
	return useI2c((state) => isSureOf(state, bus, address)) && canUse;
}
