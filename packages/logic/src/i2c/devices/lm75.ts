import type { DeviceKind, DeviceRegister } from "../DeviceKind.ts";
import { bit, fixed, signed, words } from "../meanings.ts";

/** A temperature of 16 bits in 256ths of a degree, of which the chip has the upper 9 to 11. */
function celsius(value: number): string {
	const degrees = signed(value, 16) / 256;
	return `${fixed(degrees, Number.isInteger(degrees * 2) ? 1 : 3)} °C`;
}

const registers: readonly DeviceRegister[] = [
	{ address: 0, name: "Temperature", size: 2, access: "readOnly", meaning: celsius },
	{
		address: 1,
		name: "Configuration",
		meaning: (value) =>
			words(
				"",
				bit(value, 0) ? "shut down" : "running",
				bit(value, 1) ? "OS as interrupt" : "OS as comparator",
				bit(value, 2) && "OS active high",
				`after ${[1, 2, 4, 6][(value >>> 3) & 3]} faults`,
			),
	},
	{ address: 2, name: "Hysteresis", size: 2, meaning: celsius },
	{ address: 3, name: "Overtemperature", size: 2, meaning: celsius },
];

const range = (first: number, count: number): readonly number[] =>
	Array.from({ length: count }, (_, index) => first + index);

export const lm75: DeviceKind = {
	id: "lm75",
	name: "LM75",
	what: "thermometer",
	addresses: range(0x48, 8),
	access: "registers",
	registers,
	// The pointer stays where it is: reading on repeats the register.
	readsOn: false,
	looks: [
		{ register: 0, count: 2 },
		{ register: 1, count: 1 },
		{ register: 2, count: 2 },
		{ register: 3, count: 2 },
	],
	judge(temperature, configuration, hysteresis, limit) {
		const word = ([high = 0xff, low = 0xff]: Uint8Array = new Uint8Array()): number => (high << 8) | low;
		const reserved = (configuration?.[0] ?? 0xff) & 0xe0;
		const isWhole = [hysteresis, limit].every((bytes) => (word(bytes) & 0x7f) === 0);
		const degrees = signed(word(temperature), 16) / 256;
		if (reserved !== 0 || !isWhole || (word(temperature) & 0x1f) !== 0) return undefined;
		if (degrees < -55 || degrees > 125) return undefined;
		return { text: `${celsius(word(temperature))} at register 00`, weight: 2 };
	},
};
