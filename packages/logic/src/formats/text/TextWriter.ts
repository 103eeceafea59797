import { encodeText } from "@gpioscope/protocol";

/** Bytes in a piece; a little more when a long text comes last. */
const PIECE = 1 << 18;
const BILLION = 1e9;

/** Puts a text together in bytes. Whoever writes takes a piece whenever one is full. */
export class TextWriter {
	#bytes = new Uint8Array(PIECE + 256);
	#length = 0;

	get isFull(): boolean {
		return this.#length >= PIECE;
	}

	get isEmpty(): boolean {
		return this.#length === 0;
	}

	/** What was written since the last piece. */
	take(): Uint8Array {
		const piece = this.#bytes.subarray(0, this.#length);
		this.#bytes = new Uint8Array(PIECE + 256);
		this.#length = 0;
		return piece;
	}

	byte(value: number): void {
		if (this.#length === this.#bytes.length) this.#makeRoom(1);
		this.#bytes[this.#length++] = value;
	}

	text(text: string): void {
		this.bytes(encodeText(text));
	}

	bytes(bytes: Uint8Array): void {
		this.#makeRoom(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	/** A whole number from 0 to 2^53 in decimal, with zeros in front up to `width` digits. */
	decimal(value: number, width = 1): void {
		this.#makeRoom(Math.max(width, 17));
		if (value >= BILLION) {
			const high = Math.floor(value / BILLION);
			this.decimal(high, width - 9);
			this.#digits(value - high * BILLION, 9);
			return;
		}
		let count = 1;
		for (let limit = 10; count < 9 && value >= limit; limit *= 10) count++;
		while (count < width--) this.#bytes[this.#length++] = 48;
		this.#digits(value, count);
	}

	/** The last `count` digits of a number below 10^9. */
	#digits(value: number, count: number): void {
		const bytes = this.#bytes;
		let rest = value | 0;
		for (let at = this.#length + count - 1; at >= this.#length; at--) {
			const tens = (rest / 10) | 0;
			bytes[at] = 48 + rest - tens * 10;
			rest = tens;
		}
		this.#length += count;
	}

	#makeRoom(count: number): void {
		if (this.#length + count <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
		larger.set(this.#bytes.subarray(0, this.#length));
		this.#bytes = larger;
	}
}
