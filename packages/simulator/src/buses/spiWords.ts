import type { SpiSettings } from "./spiSettings.ts";

const LONGEST_WORD = 32;

/** Bytes of a word in a buffer: those of the next integer that holds it. */
export function bytesPerWord(wordBits: number): number {
	if (wordBits <= 8) return 1;
	return wordBits <= 16 ? 2 : 4;
}

/** The bits of a buffer's whole words, in the order in which they are sent. */
export function bitsOf(bytes: Uint8Array, { wordBits, sendsLowestFirst }: SpiSettings): Uint8Array {
	const size = bytesPerWord(wordBits);
	const count = Math.floor(bytes.length / size);
	const bits = new Uint8Array(count * wordBits);
	// A longer word's shift register is empty after 32 bits; sent the other way round it is empty from the start.
	const known = wordBits <= LONGEST_WORD || sendsLowestFirst ? Math.min(wordBits, LONGEST_WORD) : 0;
	for (let word = 0; word < count; word++) {
		const value = wordAt(bytes, word * size, size);
		for (let bit = 0; bit < known; bit++) {
			bits[word * wordBits + bit] = (value >>> (sendsLowestFirst ? bit : wordBits - 1 - bit)) & 1;
		}
	}
	return bits;
}

/** Puts received bits into a buffer, word by word; bytes that are no whole word stay as they are. */
export function storeBits(bits: Uint8Array, bytes: Uint8Array, settings: SpiSettings): void {
	const { wordBits, receivesLowestFirst } = settings;
	const size = bytesPerWord(wordBits);
	for (let word = 0; word < bits.length / wordBits; word++) {
		let value = 0;
		for (let bit = 0; bit < wordBits; bit++) {
			const level = bits[word * wordBits + bit] ?? 0;
			value = receivesLowestFirst ? (value >>> 1) | (level << 31) : (value << 1) | level;
		}
		if (receivesLowestFirst) value = wordBits > LONGEST_WORD ? 0 : value >>> (LONGEST_WORD - wordBits);
		for (let byte = 0; byte < size; byte++) bytes[word * size + byte] = value >>> (8 * byte);
	}
}

/** Least significant byte first. */
function wordAt(bytes: Uint8Array, at: number, size: number): number {
	let value = 0;
	for (let byte = 0; byte < size; byte++) value |= (bytes[at + byte] ?? 0) << (8 * byte);
	return value;
}
