import type { DeviceKind, DeviceRegister, RegisterValues } from "../DeviceKind.ts";
import { bit, fixed, hexText, signed, words } from "../meanings.ts";

const calibration: readonly (readonly [address: number, name: string])[] = [
	[0x88, "T1"],
	[0x8a, "T2"],
	[0x8c, "T3"],
	[0x8e, "P1"],
	[0x90, "P2"],
	[0x92, "P3"],
	[0x94, "P4"],
	[0x96, "P5"],
	[0x98, "P6"],
	[0x9a, "P7"],
	[0x9c, "P8"],
	[0x9e, "P9"],
];

/** These two are unsigned. */
const unsignedCalibration: ReadonlySet<number> = new Set([0x88, 0x8e]);

/** What an ADC reads where nothing was measured. */
const NOTHING_MEASURED_20 = 0x80000;
const NOTHING_MEASURED_16 = 0x8000;

/** Calibration values of 16 bits by the names of the datasheet; undefined until all were read. */
function constants(others: RegisterValues): ReadonlyMap<string, number> | undefined {
	const found = new Map<string, number>();
	for (const [address, name] of calibration) {
		const value = others(address);
		if (value === undefined) return undefined;
		found.set(name, unsignedCalibration.has(address) ? value : signed(value, 16));
	}
	return found;
}

type Constant = (name: string) => number;

function constantOf(values: ReadonlyMap<string, number>): Constant {
	return (name) => values.get(name) ?? Number.NaN;
}

/** The datasheet's t_fine of a raw temperature of 20 bits; degrees are a 5120th of it. */
function fineTemperature(raw: number, c: Constant): number {
	const x = (raw / 16384 - c("T1") / 1024) * c("T2");
	const y = (raw / 131072 - c("T1") / 8192) ** 2 * c("T3");
	return x + y;
}

/** Pascals of a raw pressure of 20 bits (datasheet, 8.1). */
function pascals(raw: number, fine: number, c: Constant): number {
	let x = fine / 2 - 64000;
	let y = (x * x * c("P6")) / 32768 + x * c("P5") * 2;
	y = y / 4 + c("P4") * 65536;
	x = ((c("P3") * x * x) / 524288 + c("P2") * x) / 524288;
	x = (1 + x / 32768) * c("P1");
	if (x === 0) return Number.NaN;
	const p = ((1048576 - raw - y / 4096) * 6250) / x;
	return p + ((c("P9") * p * p) / 2147483648 + (p * c("P8")) / 32768 + c("P7")) / 16;
}

/** Percent of relative humidity of a raw humidity of 16 bits (datasheet, 8.1). */
function humidityPercent(raw: number, fine: number, others: RegisterValues): number | undefined {
	const [h1, h2, h3, e4, e5, e6, h6] = [0xa1, 0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7].map(others);
	if (
		h1 === undefined ||
		h2 === undefined ||
		h3 === undefined ||
		e4 === undefined ||
		e5 === undefined ||
		e6 === undefined ||
		h6 === undefined
	)
		return undefined;
	const h4 = signed(e4, 8) * 16 + (e5 & 0x0f);
	const h5 = signed(e6, 8) * 16 + (e5 >>> 4);
	const t = fine - 76800;
	const scaled =
		(raw - (h4 * 64 + (h5 / 16384) * t)) *
		((signed(h2, 16) / 65536) * (1 + (signed(h6, 8) / 67108864) * t * (1 + (h3 / 67108864) * t)));
	return Math.min(100, Math.max(0, scaled * (1 - (h1 * scaled) / 524288)));
}

function fineOf(others: RegisterValues): { readonly fine: number; readonly c: Constant } | undefined {
	const values = constants(others);
	const raw = others(0xfa);
	if (values === undefined || raw === undefined || raw >>> 4 === NOTHING_MEASURED_20) return undefined;
	const c = constantOf(values);
	return { fine: fineTemperature(raw >>> 4, c), c };
}

const oversampling = ["off", "×1", "×2", "×4", "×8", "×16", "×16", "×16"] as const;
const standby = ["0.5 ms", "62.5 ms", "125 ms", "250 ms", "500 ms", "1 s", "10 ms", "20 ms"] as const;

const registers: readonly DeviceRegister[] = [
	...calibration.map(
		([address, name]): DeviceRegister => ({
			address,
			name: `Calibration ${name}`,
			size: 2,
			lowFirst: true,
			access: "readOnly",
			meaning: (value) =>
				String(unsignedCalibration.has(address) ? value : signed(value, 16)).replace("-", "−"),
		}),
	),
	{ address: 0xa1, name: "Calibration H1", access: "readOnly", meaning: String },
	{
		address: 0xd0,
		name: "Identity",
		access: "readOnly",
		meaning: (value) => identities.get(value) ?? `unknown: ${hexText(value)}`,
	},
	{ address: 0xe0, name: "Reset", access: "writeOnly", meaning: () => "B6 resets it" },
	{
		address: 0xe1,
		name: "Calibration H2",
		size: 2,
		lowFirst: true,
		access: "readOnly",
		meaning: (value) => String(signed(value, 16)).replace("-", "−"),
	},
	{ address: 0xe3, name: "Calibration H3", access: "readOnly", meaning: String },
	{ address: 0xe4, name: "Calibration H4", access: "readOnly" },
	{ address: 0xe5, name: "Calibration H4, H5", access: "readOnly" },
	{ address: 0xe6, name: "Calibration H5", access: "readOnly" },
	{
		address: 0xe7,
		name: "Calibration H6",
		access: "readOnly",
		meaning: (value) => String(signed(value, 8)).replace("-", "−"),
	},
	{
		address: 0xf2,
		name: "Humidity control",
		meaning: (value) => `humidity ${oversampling[value & 7] ?? "off"}`,
	},
	{
		address: 0xf3,
		name: "Status",
		access: "readOnly",
		meaning: (value) => words("ready", bit(value, 3) && "measuring", bit(value, 0) && "copying calibration"),
	},
	{
		address: 0xf4,
		name: "Measurement control",
		meaning: (value) =>
			`temperature ${oversampling[(value >>> 5) & 7]}, pressure ${oversampling[(value >>> 2) & 7]}, ${["sleep", "once", "once", "on and on"][value & 3]}`,
	},
	{
		address: 0xf5,
		name: "Configuration",
		meaning: (value) =>
			`pause ${standby[value >>> 5]}, filter ${["off", "2", "4", "8", "16", "16", "16", "16"][(value >>> 2) & 7]}`,
	},
	{
		address: 0xf7,
		name: "Pressure",
		size: 3,
		access: "readOnly",
		meaning(value, others) {
			if (value >>> 4 === NOTHING_MEASURED_20) return "not measured";
			const known = fineOf(others);
			const pressure = known && pascals(value >>> 4, known.fine, known.c);
			return pressure === undefined || !Number.isFinite(pressure)
				? `raw ${value >>> 4}`
				: `${fixed(pressure / 100, 1)} hPa`;
		},
	},
	{
		address: 0xfa,
		name: "Temperature",
		size: 3,
		access: "readOnly",
		meaning(value, others) {
			if (value >>> 4 === NOTHING_MEASURED_20) return "not measured";
			const known = fineOf(others);
			return known === undefined ? `raw ${value >>> 4}` : `${fixed(known.fine / 5120, 2)} °C`;
		},
	},
	{
		address: 0xfd,
		name: "Humidity",
		size: 2,
		access: "readOnly",
		meaning(value, others) {
			if (value === NOTHING_MEASURED_16) return "not measured";
			const known = fineOf(others);
			const percent = known && humidityPercent(value, known.fine, others);
			return percent === undefined ? `raw ${value}` : `${fixed(percent, 1)} %`;
		},
	},
];

const identities: ReadonlyMap<number, string> = new Map([
	[0x58, "BMP280"],
	[0x60, "BME280"],
]);

export const bme280: DeviceKind = {
	id: "bme280",
	name: "BME280",
	what: "weather sensor",
	addresses: [0x76, 0x77],
	access: "registers",
	registers,
	readsOn: true,
	looks: [{ register: 0xd0, count: 1 }],
	judge: (answer) => (answer?.[0] === 0x60 ? { text: "id register D0 = 60", weight: 3 } : undefined),
};

/** The same without humidity. */
export const bmp280: DeviceKind = {
	...bme280,
	id: "bmp280",
	name: "BMP280",
	what: "pressure sensor",
	registers: registers.filter(({ name }) => !/[Hh]umidity|H\d/.test(name)),
	judge: (answer) => (answer?.[0] === 0x58 ? { text: "id register D0 = 58", weight: 3 } : undefined),
};
