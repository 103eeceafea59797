import type { DeviceKind, DeviceRegister } from "../DeviceKind.ts";
import { attention, bit, fixed, hexText, signed, words } from "../meanings.ts";

const ACCELERATION_RANGE = 0x1c;
const ROTATION_RANGE = 0x1b;
const chips: ReadonlyMap<number, string> = new Map([
	[0x68, "MPU-6050"],
	[0x70, "MPU-6500"],
	[0x71, "MPU-9250"],
]);

function acceleration(address: number, axis: string): DeviceRegister {
	return {
		address,
		name: `Acceleration ${axis}`,
		size: 2,
		access: "readOnly",
		meaning(value, others) {
			const range = others(ACCELERATION_RANGE);
			if (range === undefined) return `raw ${signed(value, 16)}`.replace("-", "−");
			return `${fixed((signed(value, 16) / 32768) * 2 * 2 ** ((range >>> 3) & 3), 3)} g`;
		},
	};
}

function rotation(address: number, axis: string): DeviceRegister {
	return {
		address,
		name: `Rotation ${axis}`,
		size: 2,
		access: "readOnly",
		meaning(value, others) {
			const range = others(ROTATION_RANGE);
			if (range === undefined) return `raw ${signed(value, 16)}`.replace("-", "−");
			return `${fixed((signed(value, 16) / 32768) * 250 * 2 ** ((range >>> 3) & 3), 2)} °/s`;
		},
	};
}

const registers: readonly DeviceRegister[] = [
	{ address: 0x19, name: "Sample rate divider", meaning: (value) => `÷ ${value + 1}` },
	{
		address: 0x1a,
		name: "Configuration",
		meaning: (value) => `low pass ${["260", "184", "94", "44", "21", "10", "5", "off"][value & 7]} Hz`,
	},
	{
		address: ROTATION_RANGE,
		name: "Rotation range",
		meaning: (value) => `±${250 * 2 ** ((value >>> 3) & 3)} °/s`,
	},
	{
		address: ACCELERATION_RANGE,
		name: "Acceleration range",
		meaning: (value) => `±${2 * 2 ** ((value >>> 3) & 3)} g`,
	},
	{ address: 0x23, name: "FIFO enable" },
	{ address: 0x37, name: "Interrupt pin" },
	{ address: 0x38, name: "Interrupt enable" },
	{ address: 0x3a, name: "Interrupt status", access: "readOnly", readChanges: true },
	acceleration(0x3b, "X"),
	acceleration(0x3d, "Y"),
	acceleration(0x3f, "Z"),
	{
		address: 0x41,
		name: "Temperature",
		size: 2,
		access: "readOnly",
		meaning: (value) => `${fixed(signed(value, 16) / 340 + 36.53, 2)} °C`,
	},
	rotation(0x43, "X"),
	rotation(0x45, "Y"),
	rotation(0x47, "Z"),
	{ address: 0x6a, name: "User control" },
	{
		address: 0x6b,
		name: "Power 1",
		meaning: (value) =>
			bit(value, 6)
				? attention("asleep: write 00 to wake it")
				: words("awake", bit(value, 5) && "cycling", bit(value, 3) && "no temperature"),
	},
	{ address: 0x6c, name: "Power 2" },
	{ address: 0x72, name: "FIFO count", size: 2, access: "readOnly", meaning: (value) => `${value} bytes` },
	{ address: 0x74, name: "FIFO", readChanges: true },
	{
		address: 0x75,
		name: "Who am I",
		access: "readOnly",
		meaning: (value) => chips.get(value) ?? `unknown: ${hexText(value)}`,
	},
];

export const mpu6050: DeviceKind = {
	id: "mpu6050",
	name: "MPU-6050",
	what: "motion sensor",
	addresses: [0x68, 0x69],
	access: "registers",
	registers,
	readsOn: true,
	looks: [{ register: 0x75, count: 1 }],
	judge([who = 0] = new Uint8Array()) {
		return chips.has(who) ? { text: `who am I (75) = ${hexText(who)}`, weight: 3 } : undefined;
	},
};
