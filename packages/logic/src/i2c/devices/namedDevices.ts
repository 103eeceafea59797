import type { DeviceKind, Evidence, Look } from "../DeviceKind.ts";
import { hexText } from "../meanings.ts";

interface Named {
	readonly name: string;
	readonly what: string;
	readonly addresses: readonly number[];
	/** A register with a value of its own. */
	readonly identity?: Look & { readonly values: readonly number[] };
}

const id = (register: number, ...values: readonly number[]): Named["identity"] & object => ({
	register,
	count: 1,
	values,
});

/** Chips that are told by address and identity; what their registers mean stands in their datasheets. */
const named: readonly Named[] = [
	{ name: "QMC5883L", what: "compass", addresses: [0x0d] },
	{ name: "HMC5883L", what: "compass", addresses: [0x1e], identity: id(0x0a, 0x48) },
	{ name: "LIS3DH", what: "accelerometer", addresses: [0x18, 0x19], identity: id(0x0f, 0x33) },
	{ name: "ADXL345", what: "accelerometer", addresses: [0x53, 0x1d], identity: id(0x00, 0xe5) },
	{ name: "MCP9808", what: "thermometer", addresses: [0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f] },
	{
		name: "MCP23017",
		what: "sixteen pins",
		addresses: [0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27],
	},
	{ name: "BH1750", what: "light sensor", addresses: [0x23, 0x5c] },
	{ name: "TCS34725", what: "colour sensor", addresses: [0x29], identity: id(0x92, 0x44, 0x4d) },
	{ name: "VL53L0X", what: "distance sensor", addresses: [0x29], identity: id(0xc0, 0xee) },
	{ name: "APDS-9960", what: "gesture sensor", addresses: [0x39], identity: id(0x92, 0xab) },
	{ name: "SHT3x", what: "humidity sensor", addresses: [0x44, 0x45] },
	{ name: "HTU21D", what: "humidity sensor", addresses: [0x40] },
	{ name: "MAX30102", what: "pulse sensor", addresses: [0x57], identity: id(0xff, 0x15) },
	{ name: "CCS811", what: "air sensor", addresses: [0x5a, 0x5b], identity: id(0x20, 0x81) },
	{ name: "MLX90614", what: "infrared thermometer", addresses: [0x5a] },
	{ name: "MCP4725", what: "voltage output", addresses: [0x60, 0x61, 0x62, 0x63] },
	{ name: "SCD4x", what: "CO₂ sensor", addresses: [0x62] },
	{ name: "LSM6DS3", what: "motion sensor", addresses: [0x6a, 0x6b], identity: id(0x0f, 0x69, 0x6a) },
	{ name: "TCA9548A", what: "bus switch", addresses: [0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77] },
	{ name: "HT16K33", what: "LED driver", addresses: [0x70, 0x71, 0x72, 0x73] },
	{ name: "BMP180", what: "pressure sensor", addresses: [0x77], identity: id(0xd0, 0x55) },
	{ name: "BME680", what: "air sensor", addresses: [0x76, 0x77], identity: id(0xd0, 0x61) },
];

function kindOf({ name, what, addresses, identity }: Named): DeviceKind {
	const kind: DeviceKind = {
		id: name.toLowerCase(),
		name,
		what,
		addresses,
		access: "registers",
		registers: [],
		readsOn: true,
	};
	if (identity === undefined) return kind;
	const { values, ...look } = identity;
	return {
		...kind,
		looks: [look],
		judge: ([value = -1] = new Uint8Array()): Evidence | undefined =>
			values.includes(value)
				? { text: `id register ${hexText(look.register)} = ${hexText(value)}`, weight: 3 }
				: undefined,
	};
}

export const namedDevices: readonly DeviceKind[] = named.map(kindOf);
