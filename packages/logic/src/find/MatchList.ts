const FIRST_ROOM = 256;

/**
 * Where a search found something: all are counted, the times of the first `limit` are kept. A match has a time, where
 * it was recognised, and where it began: both are the edge for an edge, the start of a pattern, the ends of a pulse.
 */
export class MatchList {
	count = 0;
	readonly limit: number;
	#starts = new Float64Array(FIRST_ROOM);
	#ends = new Float64Array(FIRST_ROOM);

	/** @param limit how many matches are kept with their times */
	constructor(limit: number) {
		this.limit = limit;
	}

	/** How many have their times kept. */
	get kept(): number {
		return Math.min(this.count, this.limit);
	}

	/** Whether the times of so many are kept that no further ones will be. */
	get isFull(): boolean {
		return this.count >= this.limit;
	}

	add(start: number, end: number): void {
		const at = this.count++;
		if (at >= this.limit) return;
		if (at === this.#ends.length) {
			this.#starts = doubled(this.#starts);
			this.#ends = doubled(this.#ends);
		}
		this.#starts[at] = start;
		this.#ends[at] = end;
	}

	/** Where the kept matches begin, ascending. */
	get starts(): Float64Array {
		return this.#starts.subarray(0, this.kept);
	}

	/** Where the kept matches were recognised, ascending. */
	get ends(): Float64Array {
		return this.#ends.subarray(0, this.kept);
	}
}

function doubled(old: Float64Array): Float64Array<ArrayBuffer> {
	const larger = new Float64Array(old.length * 2);
	larger.set(old);
	return larger;
}
