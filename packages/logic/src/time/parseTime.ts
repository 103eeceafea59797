import { parseQuantity, type Units } from "./parseQuantity.ts";

const timeUnits: Units = {
	ns: 0.001,
	us: 1,
	µs: 1,
	ms: 1000,
	s: 1e6,
	sec: 1e6,
	min: 60e6,
	m: 60e6,
	h: 3600e6,
};

const frequencyUnits: Units = { mhz: 1e6, khz: 1e3, k: 1e3, hz: 1 };

/**
 * Reads a time as microseconds: `1.5ms`, `+5us`, `−3 µs`, `1 min 02.5 s`, arithmetic.
 *
 * @param bareUnit what a number without a unit counts in, microseconds by default.
 * @returns undefined when it is not a time.
 */
export function parseTime(text: string, bareUnit = 1): number | undefined {
	return parseQuantity(text, timeUnits, bareUnit);
}

/** Reads a frequency as hertz: `800`, `25 kHz`, `1.2MHz`. Undefined when it is not one. */
export function parseFrequency(text: string): number | undefined {
	return parseQuantity(text, frequencyUnits, 1);
}

/** Reads a plain number: `64`, `0x3F`, `0b101`, `255/2`. Undefined when it is not one. */
export function parseNumber(text: string): number | undefined {
	return parseQuantity(text, {}, 1);
}
