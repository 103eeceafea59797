import type { EdgeBatch } from "./walkEdges.ts";
import { type WidthKind, widthPlaces } from "./widthsIn.ts";

/** Widths of many pulses or periods, summed up. Times in ticks of the capture. */
export interface WidthSummary {
	readonly count: number;
	readonly mean: number;
	/** Standard deviation over all of them. */
	readonly deviation: number;
	readonly min: number;
	readonly max: number;
	/** Where the first of the narrowest and of the widest begins. */
	readonly minAt: number;
	readonly maxAt: number;
}

/**
 * Sums up the widths of one kind. Squares are summed from a width near the mean, a batch at a time, and batches are
 * joined by their means: neither many widths nor far-off ones cost precision.
 */
export class WidthSums {
	readonly #kind: WidthKind;
	#count = 0;
	#mean = 0;
	/** Sum of squared distances from the mean. */
	#spread = 0;
	#min = Number.POSITIVE_INFINITY;
	#max = Number.NEGATIVE_INFINITY;
	#minAt = 0;
	#maxAt = 0;

	constructor(kind: WidthKind) {
		this.#kind = kind;
	}

	add(batch: EdgeBatch): void {
		const { times, end } = batch;
		const { first, back } = widthPlaces(batch, this.#kind);
		if (first >= end) return;
		const shift = this.#count === 0 ? (times[first] as number) - (times[first - back] as number) : this.#mean;
		let sum = 0;
		let squares = 0;
		let min = this.#min;
		let max = this.#max;
		for (let at = first; at < end; at += 2) {
			const start = times[at - back] as number;
			const width = (times[at] as number) - start;
			const distance = width - shift;
			sum += distance;
			squares += distance * distance;
			if (width < min) {
				min = width;
				this.#minAt = start;
			}
			if (width > max) {
				max = width;
				this.#maxAt = start;
			}
		}
		this.#min = min;
		this.#max = max;
		this.#join((end - first + 1) >> 1, shift, sum, squares);
	}

	/** Undefined when there was none. */
	get summary(): WidthSummary | undefined {
		if (this.#count === 0) return undefined;
		return {
			count: this.#count,
			mean: this.#mean,
			deviation: Math.sqrt(Math.max(0, this.#spread) / this.#count),
			min: this.#min,
			max: this.#max,
			minAt: this.#minAt,
			maxAt: this.#maxAt,
		};
	}

	/** Takes in a batch: sums of distances from `shift`, and of their squares. */
	#join(added: number, shift: number, sum: number, squares: number): void {
		const mean = shift + sum / added;
		const count = this.#count + added;
		const apart = mean - this.#mean;
		this.#spread += squares - (sum * sum) / added + (apart * apart * this.#count * added) / count;
		this.#mean += (apart * added) / count;
		this.#count = count;
	}
}
