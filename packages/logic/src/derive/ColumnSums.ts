/** Least, mean and greatest value of a quantity in equal columns from `from` on, weighted by time. */
export class ColumnSums {
	readonly min: Float64Array;
	readonly max: Float64Array;
	readonly #sums: Float64Array;
	readonly #weights: Float64Array;
	readonly #from: number;
	readonly #column: number;

	/** @param column length of a column in ticks */
	constructor(from: number, column: number, columns: number) {
		this.#from = from;
		this.#column = column;
		this.min = new Float64Array(columns).fill(Number.NaN);
		this.max = new Float64Array(columns).fill(Number.NaN);
		this.#sums = new Float64Array(columns);
		this.#weights = new Float64Array(columns);
	}

	/** Throughout [start, end) the quantity had this value. */
	add(start: number, end: number, value: number): void {
		const column = this.#column;
		const left = (start - this.#from) / column;
		const right = (end - this.#from) / column;
		const first = Math.max(0, Math.floor(left));
		const last = Math.min(this.min.length, Math.ceil(right));
		for (let place = first; place < last; place++) {
			const weight = Math.min(right, place + 1) - Math.max(left, place);
			if (weight <= 0) continue;
			this.#sums[place] = (this.#sums[place] as number) + value * weight;
			this.#weights[place] = (this.#weights[place] as number) + weight;
			// Comparisons with NaN are false: the first value is taken.
			if (!(value >= (this.min[place] as number))) this.min[place] = value;
			if (!(value <= (this.max[place] as number))) this.max[place] = value;
		}
	}

	/** NaN where there was no value. */
	get mean(): Float64Array {
		return this.#sums.map((sum, place) => sum / (this.#weights[place] as number));
	}
}
