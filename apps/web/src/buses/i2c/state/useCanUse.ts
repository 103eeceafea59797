import { useActBar } from "../../../stores/actBar.ts";
import { busKey } from "../model/i2cBus.ts";
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
