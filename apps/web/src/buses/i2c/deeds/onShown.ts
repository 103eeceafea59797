import { hexText } from "@gpioscope/logic";
import { showError } from "../../../actions/showError.ts";
import { busKey, busWords } from "../model/i2cBus.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import { i2cStore, isSureOf } from "../state/i2cStore.ts";
import { readDevice } from "./readDevice.ts";
import { scanBus } from "./scanBus.ts";

/** Scans the bus on view, or tells what it takes. */
export function scanShownBus(): void {
	const { bus, method } = i2cSettings.getState();
	const obstacle = obstacleOfBus();
	if (obstacle === undefined) void scanBus(bus, method);
	else showError("Scan the I²C bus", new Error(obstacle));
}

/** Reads the device on view, or tells what it takes. */
export function readShownDevice(): void {
	const { bus } = i2cSettings.getState();
	const address = i2cStore.getState().selected[busKey(bus)];
	const obstacle = obstacleOfBus() ?? obstacleOf(address);
	if (obstacle === undefined && address !== undefined) void readDevice(bus, address);
	else showError("Read all of the I²C device", new Error(obstacle));
}

function obstacleOf(address: number | undefined): string | undefined {
	if (address === undefined) return "No device is chosen. Scan the bus and choose one.";
	const isSure = isSureOf(i2cStore.getState(), i2cSettings.getState().bus, address);
	return isSure ? undefined : `Say first which device ${hexText(address)} is.`;
}

function obstacleOfBus(): string | undefined {
	const { bus } = i2cSettings.getState();
	const { ports, running } = i2cStore.getState();
	if (bus.kind === "bitBang" && ports[busKey(bus)] === undefined) return `Take ${busWords(bus)} first.`;
	return running === undefined ? undefined : `Under way: ${running}.`;
}
