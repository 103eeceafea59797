const FIRST_ROOM = 64;
/** How many hits are kept unless told otherwise: 2 MB. */
const KEPT = 2 ** 18;

/** When a trigger was hit, in ticks: the newest of the hits, for going from one to the next and for showing them. */
export class HitLog {
	/** From here on all hits are here. */
	since: number;
	readonly #limit: number;
	#times = new Float64Array(FIRST_ROOM);
	#count = 0;

	/** @param limit how many are kept; beyond it the older half goes */
	constructor(since = Number.NEGATIVE_INFINITY, limit = KEPT) {
		this.since = since;
		this.#limit = limit;
	}

	get count(): number {
		return this.#count;
	}

	add(time: number): void {
		if (this.#count === this.#limit) this.#forgetHalf();
		if (this.#count === this.#times.length) this.#makeRoom();
		// Late changes are rare, and then late by little.
		let at = this.#count++;
		for (; at > 0 && (this.#times[at - 1] as number) > time; at--)
			this.#times[at] = this.#times[at - 1] as number;
		this.#times[at] = time;
	}

	/** The first after a time. */
	next(time: number): number | undefined {
		const at = this.#firstAfter(time);
		return at < this.#count ? this.#times[at] : undefined;
	}

	/** The last before a time. */
	previous(time: number): number | undefined {
		const at = this.#firstFrom(time) - 1;
		return at >= 0 ? this.#times[at] : undefined;
	}

	/** Those in [from, to), so many that no two are closer than `spacing`. */
	spaced(from: number, to: number, spacing: number): number[] {
		const found: number[] = [];
		for (let at = this.#firstFrom(from); at < this.#count; ) {
			const time = this.#times[at] as number;
			if (time >= to) break;
			found.push(time);
			at = Math.max(at + 1, this.#firstFrom(time + spacing));
		}
		return found;
	}

	#firstAfter(time: number): number {
		return this.#search((hit) => hit > time);
	}

	#firstFrom(time: number): number {
		return this.#search((hit) => hit >= time);
	}

	#search(isBehind: (hit: number) => boolean): number {
		let low = 0;
		let high = this.#count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (isBehind(this.#times[middle] as number)) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	#forgetHalf(): void {
		const forgotten = this.#count >>> 1;
		this.since = (this.#times[forgotten - 1] as number) + 1;
		this.#times.copyWithin(0, forgotten, this.#count);
		this.#count -= forgotten;
	}

	#makeRoom(): void {
		const larger = new Float64Array(Math.min(this.#limit, this.#times.length * 2));
		larger.set(this.#times);
		this.#times = larger;
	}
}
