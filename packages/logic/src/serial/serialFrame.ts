/** What a bit behind the data bits says of them. */
export type Parity = "none" | "even" | "odd";

/** How a serial line carries characters. */
export interface SerialFrame {
	/** Bits a second. */
	readonly baud: number;
	/** 1 to 32, without the parity bit; sent least significant first. */
	readonly dataBits: number;
	readonly parity: Parity;
	/** 2 to 8; 2 is one stop bit. */
	readonly halfStopBits: number;
	/** The line idles low, and its levels mean the opposite. */
	readonly inverted: boolean;
}

/** A character that was received. */
export interface Character {
	readonly value: number;
	/** Its parity bit does not fit. */
	readonly isFaulty: boolean;
}

/** Bits between start and stop bit: for pigpiod, which knows no parity, its bit is one more data bit. */
export function bitsBetween({ dataBits, parity }: Pick<SerialFrame, "dataBits" | "parity">): number {
	return parity === "none" ? dataBits : dataBits + 1;
}

/** Bytes that pigpiod takes for a character of so many bits (1 to 32): 1, 2 or 4, least significant first. */
export function bytesOfCharacter(bits: number): 1 | 2 | 4 {
	if (bits <= 8) return 1;
	return bits <= 16 ? 2 : 4;
}

/** The bits between start and stop bit of a character, with its parity bit on top. Data bits beyond are dropped. */
export function frameBits(value: number, { dataBits, parity }: SerialFrame): number {
	const data = (value & maskOf(dataBits)) >>> 0;
	if (parity === "none") return data;
	const isSet = isOdd(data) !== (parity === "odd");
	return (isSet ? data | (1 << dataBits) : data) >>> 0;
}

/** Takes a character out of the bits between start and stop bit. */
export function readFrameBits(bits: number, { dataBits, parity }: SerialFrame): Character {
	const value = (bits & maskOf(dataBits)) >>> 0;
	if (parity === "none") return { value, isFaulty: false };
	const all = (bits & maskOf(dataBits + 1)) >>> 0;
	return { value, isFaulty: isOdd(all) !== (parity === "odd") };
}

/** Packs characters as pigpiod's serial functions take and give them. */
export function packCharacters(values: readonly number[], frame: SerialFrame): Uint8Array {
	const size = bytesOfCharacter(bitsBetween(frame));
	const bytes = new Uint8Array(values.length * size);
	values.forEach((value, index) => {
		const bits = frameBits(value, frame);
		for (let byte = 0; byte < size; byte++) bytes[index * size + byte] = bits >>> (8 * byte);
	});
	return bytes;
}

/** Undoes {@link packCharacters}; bytes that are no whole character are left out. */
export function unpackCharacters(bytes: Uint8Array, frame: SerialFrame): readonly Character[] {
	const size = bytesOfCharacter(bitsBetween(frame));
	return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => {
		let bits = 0;
		for (let byte = 0; byte < size; byte++) bits |= (bytes[index * size + byte] ?? 0) << (8 * byte);
		return readFrameBits(bits >>> 0, frame);
	});
}

/** Microseconds that a character takes on the line. */
export function characterMicros(frame: SerialFrame): number {
	return ((1 + bitsBetween(frame) + frame.halfStopBits / 2) * 1_000_000) / frame.baud;
}

/** A frame in the usual short form: `9600 8N1`, `300 7E1 inverted`. */
export function frameText({ baud, dataBits, parity, halfStopBits, inverted }: SerialFrame): string {
	const letter = { none: "N", even: "E", odd: "O" }[parity];
	return `${baud} ${dataBits}${letter}${halfStopBits / 2}${inverted ? " inverted" : ""}`;
}

function maskOf(bits: number): number {
	return bits >= 32 ? 0xffff_ffff : 2 ** bits - 1;
}

/** True for an odd number of ones. */
function isOdd(value: number): boolean {
	let rest = value;
	for (let shift = 16; shift > 0; shift >>= 1) rest ^= rest >>> shift;
	return (rest & 1) === 1;
}
