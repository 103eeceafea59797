import { type DeviceKind, hexText, isMemory, type RegisterRead, readPlan, sizeOf } from "@gpioscope/logic";
import type { I2cLink } from "../link/I2cLink.ts";
import { linkOf } from "../link/linkOf.ts";
import { isNotAcknowledged } from "../link/refusals.ts";
import { accessForm } from "../model/accessForms.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { memorySize, memorySteps } from "../model/memory.ts";
import { readAgain } from "../model/reading.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import { i2cStore, kindAt, setOfDevice } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";

type Values = ReadonlyMap<number, Uint8Array>;

/** Reads all that a device lets be read. @param byItself it is read every second */
export function readDevice(bus: I2cBus, address: number, byItself = false): Promise<boolean> {
	const kind = kindAt(i2cStore.getState(), bus, address);
	return perform({ text: `read all of ${hexText(address)}`, byItself }, async (send) => {
		const values = await readValues(linkOf(bus, send), address, kind);
		noteValues(bus, address, values);
		const bytes = [...values.values()].reduce((sum, { length }) => sum + length, 0);
		return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
	});
}

/** Takes in what was read of registers of a device. */
export function noteValues(bus: I2cBus, address: number, values: Values): void {
	const key = deviceKey(bus, address);
	const state = i2cStore.getState();
	const kind = kindAt(state, bus, address);
	setOfDevice("readings", key, readAgain(kind, state.readings[key], values, Date.now()));
}

async function readValues(link: I2cLink, address: number, kind: DeviceKind): Promise<Values> {
	if (isMemory(kind)) return new Map([[0, await link.run(address, memorySteps(kind, 0, memorySize(kind)))]]);
	if (kind.access === "plain") {
		const input = { register: 0, value: 0, data: new Uint8Array(), count: 1 };
		return new Map([[0, await link.access(address, accessForm("plainByte"), "read", input)]]);
	}
	const isKnown = kind.registers.length > 0;
	const readsOn = isKnown ? kind.readsOn : i2cSettings.getState().readsBlocks;
	const values = new Map<number, Uint8Array>();
	let refusal: unknown;
	for (const read of readPlan({ ...kind, readsOn })) {
		try {
			const bytes = await link.readRegisters(address, read.from, read.count);
			for (const [register, part] of partsOf(read, bytes)) values.set(register, part);
		} catch (error) {
			// Of a device that is not known nobody can say which registers it has.
			if (isKnown || !isNotAcknowledged(error)) throw error;
			refusal = error;
		}
	}
	if (values.size === 0 && refusal !== undefined) throw refusal;
	return values;
}

/** The bytes of one read by the registers they belong to. */
export function* partsOf(
	{ from, registers }: RegisterRead,
	bytes: Uint8Array,
): Generator<[number, Uint8Array]> {
	for (const register of registers) {
		const at = register.address - from;
		yield [register.address, bytes.slice(at, at + sizeOf(register))];
	}
}
