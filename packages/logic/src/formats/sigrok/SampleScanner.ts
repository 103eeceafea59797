type Words = Uint8Array | Uint16Array | Uint32Array;

/**
 * Finds the changes in samples of one to many bytes, of which the lowest four count. Runs of equal samples, which
 * are most of a file, are skipped four bytes at a time.
 */
export class SampleScanner {
	readonly #unitSize: number;
	readonly #found: (sample: number, word: number) => void;
	/** The beginning of a sample whose end has not come. */
	#part = new Uint8Array(0);
	#samples = 0;
	#word = -1;

	/** @param found is told the first sample and each that differs from the one before it. */
	constructor(unitSize: number, found: (sample: number, word: number) => void) {
		this.#unitSize = unitSize;
		this.#found = found;
	}

	/** Whole samples so far. */
	get samples(): number {
		return this.#samples;
	}

	/** Bytes of a sample that was not completed. */
	get left(): number {
		return this.#part.length;
	}

	/** Takes the next bytes, of any length. */
	push(bytes: Uint8Array): void {
		const unit = this.#unitSize;
		let rest = bytes;
		if (this.#part.length > 0) {
			const missing = unit - this.#part.length;
			const first = new Uint8Array(this.#part.length + Math.min(missing, bytes.length));
			first.set(this.#part);
			first.set(bytes.subarray(0, missing), this.#part.length);
			this.#part = first;
			if (first.length < unit) return;
			this.#part = new Uint8Array(0);
			this.#scan(first);
			rest = bytes.subarray(missing);
		}
		const whole = rest.length - (rest.length % unit);
		if (whole > 0) this.#scan(rest.subarray(0, whole));
		if (whole < rest.length) this.#part = rest.slice(whole);
	}

	#scan(bytes: Uint8Array): void {
		const unit = this.#unitSize;
		if (unit === 1 || unit === 2 || unit === 4) this.#scanWords(wordsOf(bytes, unit), 4 / unit);
		else this.#scanBytes(bytes);
	}

	/** Samples that fit the words of an array, which is aligned to four bytes. */
	#scanWords(words: Words, perFour: number): void {
		const count = words.length;
		const fours = new Uint32Array(words.buffer, words.byteOffset, Math.floor(count / perFour));
		const found = this.#found;
		const first = this.#samples;
		let word = this.#word;
		let four = repeated(word, perFour);
		for (let at = 0; at < count; ) {
			if ((words[at] as number) !== word) {
				word = words[at] as number;
				four = repeated(word, perFour);
				found(first + at, word);
				at++;
				continue;
			}
			at++;
			if (at % perFour !== 0) continue;
			let place = at / perFour;
			while (place < fours.length && fours[place] === four) place++;
			at = place * perFour;
		}
		this.#word = word;
		this.#samples = first + count;
	}

	#scanBytes(bytes: Uint8Array): void {
		const unit = this.#unitSize;
		const used = Math.min(unit, 4);
		for (let at = 0; at < bytes.length; at += unit) {
			let word = 0;
			for (let byte = 0; byte < used; byte++) word |= (bytes[at + byte] as number) << (8 * byte);
			word >>>= 0;
			if (word !== this.#word) this.#found(this.#samples, word);
			this.#word = word;
			this.#samples++;
		}
	}
}

/** A sample as many times as it fits four bytes. */
function repeated(word: number, times: number): number {
	if (times === 4) return (word * 0x0101_0101) >>> 0;
	return times === 2 ? (word * 0x0001_0001) >>> 0 : word;
}

function wordsOf(bytes: Uint8Array, unit: 1 | 2 | 4): Words {
	const { buffer, byteOffset, length } = byteOffsetIsAligned(bytes) ? bytes : bytes.slice();
	if (unit === 1) return new Uint8Array(buffer, byteOffset, length);
	return unit === 2
		? new Uint16Array(buffer, byteOffset, length / 2)
		: new Uint32Array(buffer, byteOffset, length / 4);
}

function byteOffsetIsAligned({ byteOffset }: Uint8Array): boolean {
	return byteOffset % 4 === 0;
}
