/** Bytes that came in pieces and are wanted in other portions. */
export class ByteQueue {
	#pieces: Uint8Array[] = [];
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Keeps a piece, which must not be written to afterwards. */
	push(piece: Uint8Array): void {
		if (piece.length === 0) return;
		this.#pieces.push(piece);
		this.#length += piece.length;
	}

	/** Puts bytes back at the head. */
	unshift(piece: Uint8Array): void {
		if (piece.length === 0) return;
		this.#pieces.unshift(piece);
		this.#length += piece.length;
	}

	/** The next `count` bytes, which stay; undefined when fewer are here. */
	peek(count: number): Uint8Array | undefined {
		if (count > this.#length) return undefined;
		const [first] = this.#pieces;
		if (first === undefined || first.length >= count) return first?.subarray(0, count) ?? new Uint8Array(0);
		let joined = 1;
		let size = first.length;
		while (size < count) size += this.#pieces[joined++]?.length ?? 0;
		this.#pieces.splice(0, joined, joinBytes(this.#pieces.slice(0, joined)));
		return this.#pieces[0]?.subarray(0, count);
	}

	/** Takes the next `count` bytes away; undefined when fewer are here. */
	take(count: number): Uint8Array | undefined {
		const bytes = this.peek(count);
		if (bytes !== undefined) this.#drop(count);
		return bytes;
	}

	/** Takes at most `most` bytes away, without copying: at least one when any is here. */
	takeSome(most: number): Uint8Array {
		const [first] = this.#pieces;
		const bytes = first?.subarray(0, most) ?? new Uint8Array(0);
		this.#drop(bytes.length);
		return bytes;
	}

	#drop(count: number): void {
		this.#length -= count;
		const [first] = this.#pieces;
		if (first === undefined) return;
		if (count === first.length) this.#pieces.shift();
		else this.#pieces[0] = first.subarray(count);
	}
}

/** One array out of several. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		joined.set(piece, at);
		at += piece.length;
	}
	return joined;
}
