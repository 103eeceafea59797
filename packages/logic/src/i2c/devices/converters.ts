import type { DeviceKind } from "../DeviceKind.ts";
import { attention, bit, fixed, hexText, signed, words } from "../meanings.ts";

const GAIN_VOLTS = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256] as const;
const ADS_CONFIGURATION = 1;
const ADS_INPUTS = ["A0 − A1", "A0 − A3", "A1 − A3", "A2 − A3", "A0", "A1", "A2", "A3"] as const;
const ADS_RATES = [8, 16, 32, 64, 128, 250, 475, 860] as const;

function adsVolts(value: number, configuration: number | undefined): string {
	if (configuration === undefined) return `raw ${signed(value, 16)}`.replace("-", "−");
	const full = GAIN_VOLTS[(configuration >>> 9) & 7] ?? 0;
	return `${fixed((signed(value, 16) / 32768) * full, 4)} V`;
}

export const ads1115: DeviceKind = {
	id: "ads1115",
	name: "ADS1115",
	what: "voltmeter",
	addresses: [0x48, 0x49, 0x4a, 0x4b],
	access: "registers",
	readsOn: false,
	registers: [
		{
			address: 0,
			name: "Conversion",
			size: 2,
			access: "readOnly",
			meaning: (value, others) => adsVolts(value, others(ADS_CONFIGURATION)),
		},
		{
			address: ADS_CONFIGURATION,
			name: "Configuration",
			size: 2,
			meaning: (value) =>
				`${ADS_INPUTS[(value >>> 12) & 7]}, ±${GAIN_VOLTS[(value >>> 9) & 7]} V, ${ADS_RATES[(value >>> 5) & 7]}/s, ${bit(value, 8) ? "once" : "on and on"}`,
		},
		...(["Low threshold", "High threshold"] as const).map((name, index) => ({
			address: 2 + index,
			name,
			size: 2 as const,
			meaning: (value: number, others: (address: number) => number | undefined) =>
				adsVolts(value, others(ADS_CONFIGURATION)),
		})),
	],
	looks: [
		{ register: 1, count: 2 },
		{ register: 2, count: 2 },
		{ register: 3, count: 2 },
	],
	judge(configuration, low, high) {
		const word = ([upper = 0, lower = 0]: Uint8Array = new Uint8Array()): number => (upper << 8) | lower;
		if (word(low) === 0x8000 && word(high) === 0x7fff)
			return {
				text: `thresholds as after power on, configuration ${hexText(word(configuration), 4)}`,
				weight: 2,
			};
		return undefined;
	},
};

export const ina219: DeviceKind = {
	id: "ina219",
	name: "INA219",
	what: "current monitor",
	addresses: Array.from({ length: 16 }, (_, index) => 0x40 + index),
	access: "registers",
	readsOn: false,
	registers: [
		{
			address: 0,
			name: "Configuration",
			size: 2,
			meaning: (value) => `bus ${bit(value, 13) ? 32 : 16} V, shunt ±${40 * 2 ** ((value >>> 11) & 3)} mV`,
		},
		{
			address: 1,
			name: "Shunt voltage",
			size: 2,
			access: "readOnly",
			meaning: (value) => `${fixed(signed(value, 16) / 100, 2)} mV`,
		},
		{
			address: 2,
			name: "Bus voltage",
			size: 2,
			access: "readOnly",
			meaning: (value) =>
				bit(value, 0)
					? attention("overflow")
					: words("", `${fixed((value >>> 3) * 0.004, 3)} V`, bit(value, 1) && "new"),
		},
		{ address: 3, name: "Power", size: 2, access: "readOnly" },
		{
			address: 4,
			name: "Current",
			size: 2,
			access: "readOnly",
			meaning: (value) => `${signed(value, 16)} steps`.replace("-", "−"),
		},
		{
			address: 5,
			name: "Calibration",
			size: 2,
			meaning: (value) => (value === 0 ? "not set: no current, no power" : String(value)),
		},
	],
	looks: [{ register: 0, count: 2 }],
	judge: ([high = 0, low = 0] = new Uint8Array()) =>
		high === 0x39 && low === 0x9f ? { text: "configuration 399F as after power on", weight: 2 } : undefined,
};
