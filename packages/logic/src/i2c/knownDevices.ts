import type { DeviceKind, DeviceRegister, Evidence } from "./DeviceKind.ts";
import { bme280, bmp280 } from "./devices/bme280.ts";
import { ds1307, ds3231 } from "./devices/clocks.ts";
import { ads1115, ina219 } from "./devices/converters.ts";
import { lm75 } from "./devices/lm75.ts";
import { eeprom24c02, eeprom24c32 } from "./devices/memories.ts";
import { mpu6050 } from "./devices/mpu6050.ts";
import { namedDevices } from "./devices/namedDevices.ts";
import { pca9685, pcf8574, ssd1306 } from "./devices/outputs.ts";

const REGISTERS = 256;

/** A device of which nothing is known: 256 registers of one byte. */
export const unknownDevice: DeviceKind = {
	id: "unknown",
	name: "Unknown device",
	what: "",
	addresses: [],
	access: "registers",
	registers: Array.from({ length: REGISTERS }, (_, address): DeviceRegister => ({ address, name: "" })),
	readsOn: false,
};

/** Every kind of device that is known here, the likelier one first where two share an address. */
export const deviceKinds: readonly DeviceKind[] = [
	ds3231,
	ds1307,
	mpu6050,
	bme280,
	bmp280,
	lm75,
	ads1115,
	ina219,
	pca9685,
	ssd1306,
	pcf8574,
	eeprom24c32,
	eeprom24c02,
	...namedDevices,
];

const byId = new Map([...deviceKinds, unknownDevice].map((kind) => [kind.id, kind]));

/** The kind of an id; what is not known any more is an unknown device. */
export function deviceKind(id: string): DeviceKind {
	return byId.get(id) ?? unknownDevice;
}

/** The kinds that can answer at an address. */
export function kindsAt(address: number): readonly DeviceKind[] {
	return deviceKinds.filter(({ addresses }) => addresses.includes(address));
}

/** What the registers of a device are: those of its kind, or 256 without names. */
export function registersOf(kind: DeviceKind): readonly DeviceRegister[] {
	return kind.registers.length > 0 || kind.access !== "registers" ? kind.registers : unknownDevice.registers;
}

/** A device that was guessed, and why. */
export interface DeviceGuess {
	readonly kind: DeviceKind;
	readonly evidence: Evidence;
}

/** Reads bytes from a register on; undefined where the device did not answer. */
export type ReadRegisters = (register: number, count: number) => Promise<Uint8Array | undefined>;

const CLOCK = 0x68;
const MODULE_MEMORY = 0x57;

/**
 * Guesses which device answers at an address, from what it answers to reads of few registers. `found` are the addresses
 * that answered. Each read writes one byte, the register, which no memory takes for data to keep; a memory with
 * addresses of two bytes is told from one with one byte only by writing, so that is not tried.
 */
export async function guessDevice(
	address: number,
	found: readonly number[],
	read: ReadRegisters,
): Promise<DeviceGuess | undefined> {
	const kinds = kindsAt(address);
	const [only] = kinds;
	let best: DeviceGuess | undefined;
	for (const kind of kinds) {
		if (kind.looks === undefined || kind.judge === undefined) continue;
		const answers: Uint8Array[] = [];
		for (const { register, count } of kind.looks) {
			const answer = await read(register, count);
			if (answer === undefined) break;
			answers.push(answer);
		}
		const evidence = answers.length === kind.looks.length ? kind.judge(...answers) : undefined;
		if (evidence !== undefined && evidence.weight > (best?.evidence.weight ?? 0)) best = { kind, evidence };
	}
	if (best !== undefined || only === undefined) return best;
	if (address === MODULE_MEMORY && found.includes(CLOCK)) {
		return { kind: deviceKind("eeprom24c32"), evidence: { text: "as on clock modules", weight: 1 } };
	}
	// What identifies itself and did not is none of these.
	const silent = kinds.find(({ looks }) => looks === undefined);
	return silent && { kind: silent, evidence: { text: "usual at this address", weight: 1 } };
}
