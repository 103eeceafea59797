import { busKey } from "../model/i2cBus.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { readDevice } from "./readDevice.ts";
import { scanBus } from "./scanBus.ts";

function isReady(): boolean {
	const { bus } = i2cSettings.getState();
	return bus.kind === "controller" || i2cStore.getState().ports[busKey(bus)] !== undefined;
}

/** Scans the bus on view. */
export function scanShownBus(): void {
	const { bus, method } = i2cSettings.getState();
	if (isReady()) void scanBus(bus, method);
}

/** Reads the device on view. */
export function readShownDevice(): void {
	const { bus } = i2cSettings.getState();
	const address = i2cStore.getState().selected[busKey(bus)];
	if (isReady() && address !== undefined) void readDevice(bus, address);
}
