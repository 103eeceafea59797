import type { DeviceKind, TransactionStep } from "@gpioscope/logic";

/** A transaction to begin with. */
export interface TransactionExample {
	readonly label: string;
	/** Kinds of devices it is for; all when left out. */
	readonly kinds?: readonly string[];
	readonly steps: readonly TransactionStep[];
}

const write = (...bytes: readonly number[]): TransactionStep => ({
	kind: "write",
	bytes: Uint8Array.from(bytes),
});
const read = (count: number): TransactionStep => ({ kind: "read", count });
const stop: TransactionStep = { kind: "stop" };

const examples: readonly TransactionExample[] = [
	{ label: "Read 1 byte of register 00", steps: [write(0x00), read(1), stop] },
	{ label: "Write 01 to register 00", steps: [write(0x00, 0x01), stop] },
	{ label: "Read 1 byte, no register", steps: [read(1), stop] },
	{ label: "Read date and time", kinds: ["ds3231", "ds1307"], steps: [write(0x00), read(7), stop] },
	{ label: "Read the temperature", kinds: ["ds3231"], steps: [write(0x11), read(2), stop] },
	{ label: "Read the temperature", kinds: ["lm75"], steps: [write(0x00), read(2), stop] },
	{
		label: "Warn above 30 °C, until below 28 °C",
		kinds: ["lm75"],
		steps: [write(0x03, 30, 0), stop, write(0x02, 28, 0), stop],
	},
	{
		label: "Measure once, then read all",
		kinds: ["bme280", "bmp280"],
		steps: [write(0xf2, 0x01, 0xf4, 0x25), stop, write(0xf7), read(8), stop],
	},
	{ label: "Wake up", kinds: ["mpu6050"], steps: [write(0x6b, 0x00), stop] },
	{ label: "Read all axes", kinds: ["mpu6050"], steps: [write(0x3b), read(14), stop] },
	{ label: "Read voltage A0 on and on", kinds: ["ads1115"], steps: [write(0x01, 0xc2, 0x83), stop] },
	{ label: "Display on", kinds: ["ssd1306"], steps: [write(0x00, 0xaf), stop] },
	{ label: "Display off", kinds: ["ssd1306"], steps: [write(0x00, 0xae), stop] },
	{ label: "Invert the display", kinds: ["ssd1306"], steps: [write(0x00, 0xa7), stop] },
	{ label: "Read 32 bytes from 0000", kinds: ["eeprom24c32"], steps: [write(0x00, 0x00), read(32), stop] },
	{
		label: "Write “Hello” at 0100",
		kinds: ["eeprom24c32"],
		steps: [write(0x01, 0x00, 0x48, 0x65, 0x6c, 0x6c, 0x6f), stop],
	},
	{ label: "Read 32 bytes from 00", kinds: ["eeprom24c02"], steps: [write(0x00), read(32), stop] },
	{ label: "Let go of all pins", kinds: ["pcf8574"], steps: [write(0xff), stop] },
	{
		label: "50 Hz for servos",
		kinds: ["pca9685"],
		steps: [write(0x00, 0x11), stop, write(0xfe, 0x79), stop, write(0x00, 0x01), stop],
	},
	{ label: "Reset", kinds: ["ina219"], steps: [write(0x00, 0x80, 0x00), stop] },
];

/** The examples for a kind of device, its own ones first. */
export function examplesFor({ id }: DeviceKind): readonly TransactionExample[] {
	const own = examples.filter(({ kinds }) => kinds?.includes(id) === true);
	return [...own, ...examples.filter(({ kinds }) => kinds === undefined)];
}
