import type { Meaning } from "./DeviceKind.ts";

/** Binary coded decimal: two decimal digits in a byte. */
export function bcd(value: number): number {
	return (value >>> 4) * 10 + (value & 0x0f);
}

/** Whether both halves of a byte are decimal digits. */
export function isBcd(value: number): boolean {
	return (value & 0x0f) <= 9 && value >>> 4 <= 9;
}

/** A two's complement number of so many bits. */
export function signed(value: number, bits: number): number {
	const limit = 2 ** (bits - 1);
	return value >= limit ? value - 2 * limit : value;
}

export const bit = (value: number, place: number): boolean => ((value >>> place) & 1) === 1;

/** Something that somebody should look at. */
export function attention(text: string): Meaning {
	return { text, attention: true };
}

/** The words that hold, after one another; `none` when there is none. */
export function words(none: string, ...parts: readonly (string | false | undefined)[]): string {
	const said = parts.filter((part) => part !== false && part !== undefined);
	return said.length === 0 ? none : said.join(", ");
}

/** A number with so many places, with the minus that is as wide as a digit. */
export function fixed(value: number, places: number): string {
	return value.toFixed(places).replace("-", "−");
}

/** Two digits. */
export function two(value: number): string {
	return String(value).padStart(2, "0");
}

/** Two digits of a hexadecimal number, or as many as it takes. */
export function hexText(value: number, digits = 2): string {
	return value.toString(16).toUpperCase().padStart(digits, "0");
}
