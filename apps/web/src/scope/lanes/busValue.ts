/** How the levels of a group's lanes read as one number. */
export interface BusFormat {
	readonly radix: BusRadix;
	/** Which end of the lanes, from the top down, is the most significant bit. */
	readonly top: "msb" | "lsb";
}

export const busRadixes = [
	{ id: "hex", label: "Hex" },
	{ id: "dec", label: "Dec" },
	{ id: "bin", label: "Bin" },
	{ id: "ascii", label: "ASCII" },
] as const;

export type BusRadix = (typeof busRadixes)[number]["id"];

/** One line of a bus. */
export interface BusBit {
	/** Channel 0 to 31. */
	readonly channel: number;
	/** Its weight in the number is two to the power of this. */
	readonly bit: number;
}

/**
 * Which channel is which bit.
 *
 * @param channels at most 32, from the top lane down
 */
export function busBits(channels: readonly number[], top: BusFormat["top"]): readonly BusBit[] {
	return channels.map((channel, place) => ({
		channel,
		bit: top === "msb" ? channels.length - 1 - place : place,
	}));
}

/** The number that a level word spells, 0 to 2^32 - 1. */
export function busValue(levels: number, bits: readonly BusBit[]): number {
	let value = 0;
	for (const { channel, bit } of bits) value |= ((levels >>> channel) & 1) << bit;
	return value >>> 0;
}

/** Mask of the channels of a bus. */
export function busMask(bits: readonly BusBit[]): number {
	return bits.reduce((mask, { channel }) => mask | (1 << channel), 0) >>> 0;
}

/** `A5`, `165`, `10100101`, `'A'`: a value of so many bits, as wide as all others where leading zeros count. */
export function busText(value: number, bits: number, radix: BusRadix): string {
	switch (radix) {
		case "hex":
			return hex(value, bits);
		case "dec":
			return String(value);
		case "bin":
			return value.toString(2).padStart(bits, "0");
		case "ascii":
			return asciiText(value, bits);
	}
}

/** Longer ones nobody reads as single bits. */
const MOST_BITS = 16;

/** A value in its own radix, then in the others that say something else: `A5`, `165 dec`, `10100101 bin`. */
export function busReadings(value: number, bits: number, radix: BusRadix): readonly string[] {
	const own = busText(value, bits, radix);
	const others = busRadixes.flatMap(({ id, label }) => {
		const text = busText(value, bits, id);
		if (id === radix || (id === "bin" && bits > MOST_BITS)) return [];
		if (id === "ascii") return text.startsWith("'") ? [text] : [];
		return [`${text} ${label.toLowerCase()}`];
	});
	return [own, ...others];
}

function hex(value: number, bits: number): string {
	return value
		.toString(16)
		.toUpperCase()
		.padStart(Math.ceil(bits / 4), "0");
}

/** Bytes as characters, most significant first; what is not one is told as hexadecimal. */
function asciiText(value: number, bits: number): string {
	const bytes = Array.from(
		{ length: Math.max(1, Math.ceil(bits / 8)) },
		(_, place) => (value >>> (8 * place)) & 0xff,
	).reverse();
	const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
	return isText ? `'${String.fromCharCode(...bytes)}'` : hex(value, bits);
}

/** `GPIO 26…23, hex`: what a bus is made of and how it reads. */
export function busDescription(channels: readonly number[], prefix: string, radix: BusRadix): string {
	const steps = channels.slice(1).map((channel, place) => channel - (channels[place] ?? 0));
	const isRun = steps.length > 1 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
	const lines = isRun ? `${channels[0]}…${channels.at(-1)}` : channels.join(" ");
	return `${prefix} ${lines}, ${radix}`;
}
