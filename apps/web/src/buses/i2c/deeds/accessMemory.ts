import { type DeviceKind, hexText } from "@gpioscope/logic";
import { linkOf } from "../link/linkOf.ts";
import { isNotAcknowledged } from "../link/refusals.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { memorySteps, placeBytes } from "../model/memory.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";
import { noteValues } from "./readDevice.ts";
import { noteResult } from "./runSteps.ts";

/** How often a memory is asked whether it has finished writing; it acknowledges nothing until then, 5 ms or so. */
const MOST_ASKS = 50;

/** Reads bytes of a memory from a place on. */
export function readMemory(
	bus: I2cBus,
	address: number,
	kind: DeviceKind,
	place: number,
	count: number,
): Promise<boolean> {
	const text = `read ${hexText(address)}: ${count} at ${hexText(place, 4)}`;
	return perform({ text }, async (send) => {
		const steps = memorySteps(kind, place, count);
		const bytes = await noteResult(bus, address, undefined, () => linkOf(bus, send).run(address, steps));
		notePart(bus, address, place, bytes);
		return `${bytes.length} bytes`;
	});
}

/** Writes bytes of one page of a memory, then reads them back. */
export function writeMemory(
	bus: I2cBus,
	address: number,
	kind: DeviceKind,
	place: number,
	data: Uint8Array,
): Promise<boolean> {
	const text = `write ${hexText(address)}: ${data.length} at ${hexText(place, 4)}`;
	return perform({ text }, async (send) => {
		const link = linkOf(bus, send);
		const bytes = Uint8Array.of(...placeBytes(kind, place), ...data);
		await noteResult(bus, address, undefined, () => link.run(address, [{ kind: "write", bytes }]));
		const steps = memorySteps(kind, place, data.length);
		for (let ask = 1; ; ask++) {
			try {
				notePart(bus, address, place, await link.run(address, steps));
				return "ok";
			} catch (error) {
				if (ask === MOST_ASKS || !isNotAcknowledged(error)) throw error;
			}
		}
	});
}

/** Puts a part into what was read of a memory; where nothing was read before, there is nothing to put it into. */
function notePart(bus: I2cBus, address: number, place: number, bytes: Uint8Array): void {
	const before = i2cStore.getState().readings[deviceKey(bus, address)]?.values.get(0);
	if (before === undefined) return;
	const image = before.slice();
	image.set(bytes.subarray(0, Math.max(0, image.length - place)), place);
	noteValues(bus, address, new Map([[0, image]]));
}
