import type { DeviceKind, DeviceRegister } from "../DeviceKind.ts";
import { bit, fixed, hexText, words } from "../meanings.ts";

/** The oscillator of a PCA9685, and the steps of one PWM period. */
const OSCILLATOR = 25_000_000;
const STEPS = 4096;
const CHANNELS = 16;

function channel(number: number): readonly DeviceRegister[] {
	const first = 6 + number * 4;
	const pair = (address: number, word: string): readonly DeviceRegister[] => [
		{ address, name: `Channel ${number} ${word}, low` },
		{
			address: address + 1,
			name: `Channel ${number} ${word}, high`,
			meaning(value, others) {
				if (bit(value, 4)) return `always ${word}`;
				const low = others(address);
				return low === undefined ? "" : `${word} at ${((value & 0x0f) << 8) | low} of ${STEPS}`;
			},
		},
	];
	return [...pair(first, "on"), ...pair(first + 2, "off")];
}

export const pca9685: DeviceKind = {
	id: "pca9685",
	name: "PCA9685",
	what: "PWM driver",
	addresses: Array.from({ length: 48 }, (_, index) => 0x40 + index),
	access: "registers",
	// Only when its mode says so, which it does not after power on.
	readsOn: false,
	registers: [
		{
			address: 0,
			name: "Mode 1",
			meaning: (value) =>
				words(
					"running",
					bit(value, 4) && "asleep",
					bit(value, 7) && "restart",
					bit(value, 5) && "counts on",
					bit(value, 0) && "answers all-call",
				),
		},
		{
			address: 1,
			name: "Mode 2",
			meaning: (value) => words("open drain", bit(value, 2) && "totem pole", bit(value, 4) && "inverted"),
		},
		...[1, 2, 3].map((index) => ({
			address: 1 + index,
			name: `Subaddress ${index}`,
			meaning: (value: number) => `answers ${hexText(value >>> 1)}`,
		})),
		{ address: 5, name: "All-call address", meaning: (value) => `answers ${hexText(value >>> 1)}` },
		...Array.from({ length: CHANNELS }, (_, number) => channel(number)).flat(),
		...["on, low", "on, high", "off, low", "off, high"].map(
			(word, index): DeviceRegister => ({
				address: 0xfa + index,
				name: `All channels ${word}`,
				access: "writeOnly",
			}),
		),
		{
			address: 0xfe,
			name: "Prescaler",
			meaning: (value) => `${fixed(OSCILLATOR / STEPS / (value + 1), 1)} Hz`,
		},
	],
	looks: [
		{ register: 0, count: 1 },
		{ register: 0xfe, count: 1 },
		{ register: 5, count: 1 },
	],
	judge([mode = 0xff] = new Uint8Array(), [prescaler = 0] = new Uint8Array(), [all = 0] = new Uint8Array()) {
		if (all !== 0xe0 || prescaler < 3) return undefined;
		return { text: `all-call address 70, mode ${hexText(mode)}`, weight: 2 };
	},
};

/** One byte without a register: eight pins that are pulled low or let go. */
export const pcf8574: DeviceKind = {
	id: "pcf8574",
	name: "PCF8574",
	what: "eight pins",
	addresses: [...Array.from({ length: 8 }, (_, index) => 0x20 + index), 0x38, 0x39, 0x3a, 0x3b, 0x3e, 0x3f],
	access: "plain",
	readsOn: false,
	registers: [
		{
			address: 0,
			name: "Pins",
			meaning: (value) =>
				`P7 to P0: ${Array.from({ length: 8 }, (_, index) => (bit(value, 7 - index) ? "H" : "L")).join(" ")}`,
		},
	],
};

export const ssd1306: DeviceKind = {
	id: "ssd1306",
	name: "SSD1306",
	what: "display",
	addresses: [0x3c, 0x3d],
	access: "plain",
	readsOn: false,
	caution: "It reads no register. Commands are written behind 00, pixels behind 40: see the examples.",
	registers: [
		{
			address: 0,
			name: "Status",
			access: "readOnly",
			meaning: (value) => `display ${bit(value, 6) ? "off" : "on"}`,
		},
	],
};
