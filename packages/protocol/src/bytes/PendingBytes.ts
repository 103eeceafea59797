import { EMPTY } from "./words.ts";

/**
 * The beginning of a frame whose rest has not arrived. `join` shows it together with the next chunk, `keep`
 * stores what a parser did not use. The storage is reused: frames must copy what they keep.
 */
export class PendingBytes {
	#storage = EMPTY;
	#length = 0;

	/** What is pending followed by `chunk`; the chunk itself when nothing is pending. Valid until `keep`. */
	join(chunk: Uint8Array): Uint8Array {
		if (this.#length === 0) return chunk;
		this.#reserve(this.#length + chunk.length);
		this.#storage.set(chunk, this.#length);
		this.#length += chunk.length;
		return this.#storage.subarray(0, this.#length);
	}

	/** Keeps the bytes of `view` (what `join` returned) from `from` on. */
	keep(view: Uint8Array, from: number): void {
		const rest = view.length - from;
		if (rest > 0 && view.buffer === this.#storage.buffer) {
			if (from > 0) this.#storage.copyWithin(0, from, view.length);
		} else if (rest > 0) {
			this.#length = 0;
			this.#reserve(rest);
			this.#storage.set(view.subarray(from));
		}
		this.#length = rest;
	}

	#reserve(length: number): void {
		if (length <= this.#storage.length) return;
		const grown = new Uint8Array(Math.max(length, this.#storage.length * 2, 64));
		grown.set(this.#storage.subarray(0, this.#length));
		this.#storage = grown;
	}
}
