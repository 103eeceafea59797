import { FileError } from "../Format.ts";

/** Longest token or line, in bytes: more means that the file is no text of this kind. */
const LONGEST = 1 << 20;

/** Takes bytes [from, to), of which the last ends a token or line. Valid during the call only. */
export type PartsSink = (bytes: Uint8Array, from: number, to: number) => void;

/**
 * Hands a text on in stretches of whole tokens (which white space ends) or of whole lines, however it was cut into
 * pieces. Only what lies over a cut is copied.
 */
export class WholeParts {
	/** Bytes up to this value end a part, or only line feeds. */
	readonly #isEnd: (byte: number) => boolean;
	#kept = new Uint8Array(256);
	#length = 0;
	/** Bytes that were pushed before the present piece. */
	#before = 0;

	constructor(part: "token" | "line") {
		this.#isEnd = part === "line" ? (byte) => byte === 10 : (byte) => byte <= 32;
	}

	push(piece: Uint8Array, sink: PartsSink): void {
		this.#pushed(piece, sink);
		this.#before += piece.length;
	}

	#pushed(piece: Uint8Array, sink: PartsSink): void {
		let end = piece.length;
		while (end > 0 && !this.#isEnd(piece[end - 1] as number)) end--;
		if (end === 0) {
			this.#keep(piece, 0, piece.length);
			return;
		}
		let start = 0;
		if (this.#length > 0) {
			while (!this.#isEnd(piece[start] as number)) start++;
			this.#keep(piece, 0, ++start);
			const length = this.#length;
			this.#length = 0;
			sink(this.#kept, 0, length);
		}
		if (start < end) sink(piece, start, end);
		this.#keep(piece, end, piece.length);
	}

	/** Hands on what the file ends with, with a line feed behind it. */
	end(sink: PartsSink): void {
		if (this.#length === 0) return;
		this.#keep(Uint8Array.of(10), 0, 1);
		sink(this.#kept, 0, this.#length);
		this.#length = 0;
	}

	#keep(bytes: Uint8Array, from: number, to: number): void {
		const length = this.#length + to - from;
		if (length > LONGEST)
			throw new FileError(
				"A line is longer than 1 MB, so that this cannot be a file of this format.",
				`Byte ${this.#before + from - this.#length}`,
			);
		if (length > this.#kept.length) {
			const larger = new Uint8Array(Math.max(length, this.#kept.length * 2));
			larger.set(this.#kept.subarray(0, this.#length));
			this.#kept = larger;
		}
		this.#kept.set(bytes.subarray(from, to), this.#length);
		this.#length = length;
	}
}
