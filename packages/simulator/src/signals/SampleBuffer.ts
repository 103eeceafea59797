import type { Micros } from "../devices/Device.ts";

/**
 * What the sampling hardware saw: the GPIOs' level words at the samples where they changed. A change falls on
 * the next sample; of several changes within one sample period only the last is seen.
 */
export class SampleBuffer {
	/** Number of the sample of each change: its time divided by the sample period. */
	samples = new Float64Array(4096);
	levels = new Int32Array(4096);
	count = 0;
	readonly #period: Micros;

	/** `period`: the time between samples. */
	constructor(period: Micros) {
		this.#period = period;
	}

	record(time: Micros, level: number): void {
		const sample = Math.ceil(time / this.#period);
		const last = this.count - 1;
		if (last >= 0 && this.samples[last] === sample) {
			this.levels[last] = level;
			return;
		}
		if (this.count === this.samples.length) this.#grow();
		this.samples[this.count] = sample;
		this.levels[this.count] = level;
		this.count++;
	}

	/** How many changes lie before the given sample. */
	countBefore(sample: number): number {
		let count = this.count;
		while (count > 0 && (this.samples[count - 1] ?? 0) >= sample) count--;
		return count;
	}

	/** Forgets the first `count` changes. */
	drop(count: number): void {
		if (count === 0) return;
		this.samples.copyWithin(0, count, this.count);
		this.levels.copyWithin(0, count, this.count);
		this.count -= count;
	}

	#grow(): void {
		const samples = new Float64Array(2 * this.samples.length);
		const levels = new Int32Array(2 * this.levels.length);
		samples.set(this.samples);
		levels.set(this.levels);
		this.samples = samples;
		this.levels = levels;
	}
}
