/** Moments with a small number each, such as watchdog reports with their GPIO: in time order, oldest dropped. */
export class PointList {
	#times = new Float64Array(64);
	#details = new Uint8Array(64);
	#start = 0;
	#end = 0;
	#dropped = 0;
	readonly #limit: number;

	/** @param limit how many to keep at most. */
	constructor(limit: number) {
		this.#limit = limit;
	}

	get count(): number {
		return this.#end - this.#start;
	}

	/** How many were kept once and are no longer. */
	get dropped(): number {
		return this.#dropped;
	}

	/** The one at a place, 0 is the oldest kept. @throws RangeError when there is none. */
	at(index: number): { readonly time: number; readonly detail: number } {
		if (index < 0 || index >= this.count)
			throw new RangeError(`There is no point ${index} of ${this.count}.`);
		const place = this.#start + index;
		return { time: this.#times[place] as number, detail: this.#details[place] as number };
	}

	/** How many of those kept are before a time. */
	countBefore(time: number): number {
		return this.#lowerBound(time) - this.#start;
	}

	copy(): PointList {
		const copy = new PointList(this.#limit);
		copy.#times = this.#times.slice();
		copy.#details = this.#details.slice();
		copy.#start = this.#start;
		copy.#end = this.#end;
		copy.#dropped = this.#dropped;
		return copy;
	}

	/** A time before the last one counts as the last one. */
	push(time: number, detail: number): void {
		if (this.count === this.#limit) {
			this.#start++;
			this.#dropped++;
		}
		if (this.#end === this.#times.length) this.#makeRoom();
		const last = this.count > 0 ? (this.#times[this.#end - 1] as number) : time;
		this.#times[this.#end] = Math.max(time, last);
		this.#details[this.#end++] = detail;
	}

	/** Those in [from, to), at most one for each detail in each `spacing` microseconds. */
	between(from: number, to: number, spacing: number): { time: number; detail: number }[] {
		const found: { time: number; detail: number }[] = [];
		const lastOf = new Map<number, number>();
		for (let index = this.#lowerBound(from); index < this.#end; index++) {
			const time = this.#times[index] as number;
			if (time >= to) break;
			const detail = this.#details[index] as number;
			const last = lastOf.get(detail);
			if (last !== undefined && time - last < spacing) continue;
			lastOf.set(detail, time);
			found.push({ time, detail });
		}
		return found;
	}

	dropBefore(time: number): void {
		const start = this.#lowerBound(time);
		this.#dropped += start - this.#start;
		this.#start = start;
	}

	#lowerBound(time: number): number {
		let low = this.#start;
		let high = this.#end;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#times[middle] as number) < time) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Moves to the front what is kept, into larger arrays when that is more than half. */
	#makeRoom(): void {
		const { count } = this;
		const room = count > this.#times.length / 2 ? this.#times.length * 2 : this.#times.length;
		const times = new Float64Array(room);
		const details = new Uint8Array(room);
		times.set(this.#times.subarray(this.#start, this.#end));
		details.set(this.#details.subarray(this.#start, this.#end));
		this.#times = times;
		this.#details = details;
		this.#start = 0;
		this.#end = count;
	}
}
