/** Half of a connection's buffer holds the list, the other what is received. */
export const SEGMENT_BYTES = 32_767;

/** Reads a list of I2C segments, as BI2CZ and I2CZ take it. */
export class SegmentReader {
	readonly #bytes: Uint8Array;
	#position = 0;
	/** Whether the next parameter has two bytes. */
	isEscaped = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#position >= this.#bytes.length;
	}

	get left(): number {
		return this.#bytes.length - this.#position;
	}

	byte(): number {
		return this.#bytes[this.#position++] ?? 0;
	}

	/** The next `count` bytes, which must be there. */
	take(count: number): Uint8Array {
		this.#position += count;
		return this.#bytes.slice(this.#position - count, this.#position);
	}

	/** A parameter, or undefined if the list ends before it. */
	parameter(): number | undefined {
		const size = this.isEscaped ? 2 : 1;
		this.isEscaped = false;
		if (this.left < size) return undefined;
		return size === 1 ? this.byte() : this.byte() | (this.byte() << 8);
	}
}
