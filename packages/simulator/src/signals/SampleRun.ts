/**
 * A stretch of samples: the level word at its first sample and at every sample where it may have changed, up to
 * but without sample `end`. Arrays are kept from run to run.
 */
export class SampleRun {
	samples = new Float64Array(4096);
	levels = new Int32Array(4096);
	count = 0;
	/** The sample after the last one of the run. */
	end = 0;

	clear(): void {
		this.count = 0;
	}

	push(sample: number, level: number): void {
		if (this.count === this.samples.length) this.#grow();
		this.samples[this.count] = sample;
		this.levels[this.count] = level;
		this.count++;
	}

	/** The level at the last sample. */
	get lastLevel(): number {
		return this.levels[this.count - 1] ?? 0;
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
