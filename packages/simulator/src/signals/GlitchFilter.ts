import { filterRun } from "./filterRun.ts";
import type { SampleRun } from "./SampleRun.ts";

interface Channel {
	steady: number;
	/** Whether the filter has taken its reference level from a sample yet. */
	started: boolean;
	reported: number;
	last: number;
	changedAt: number;
}

/**
 * Hides changes of a GPIO until its new level has been steady for a while. What passes is late by that while.
 * Works on whole runs of samples; a GPIO nobody monitors is neither filtered nor followed.
 */
export class GlitchFilter {
	/** The GPIOs the filter is on for. */
	bits = 0;
	readonly #channels: Channel[] = Array.from({ length: 32 }, () => ({
		steady: 0,
		started: false,
		reported: 0,
		last: 0,
		changedAt: 0,
	}));

	/** `steady`: how long a level must be steady, in samples (rounded up); 0 switches the filter off. */
	set(gpio: number, steady: number): void {
		const channel = this.#channels[gpio];
		if (channel === undefined) return;
		channel.steady = steady;
		if (steady > 0) channel.started = false;
		this.bits = steady > 0 ? this.bits | (1 << gpio) : this.bits & ~(1 << gpio);
	}

	/** Filters the GPIOs in `bits` of `input` into `output`. */
	apply(input: SampleRun, output: SampleRun, bits: number): void {
		filterRun(
			input,
			output,
			(sample, level) => this.#filter(sample, level, bits),
			(sample) => this.#nextAcceptance(sample, bits),
		);
	}

	#filter(sample: number, level: number, bits: number): number {
		for (let gpio = 0; gpio < 32; gpio++) {
			const bit = 1 << gpio;
			const channel = this.#channels[gpio];
			if ((bits & bit) === 0 || channel === undefined) continue;
			const value = level & bit;
			if (!channel.started) {
				channel.started = true;
				channel.reported = value;
				channel.last = value;
				channel.changedAt = sample;
			}
			if (value !== channel.last) {
				channel.changedAt = sample;
				channel.last = value;
			}
			if (value === channel.reported) continue;
			if (sample - channel.changedAt >= channel.steady) channel.reported = value;
			else level ^= bit;
		}
		return level;
	}

	/** The next sample after this one at which a changed level will have been steady long enough. */
	#nextAcceptance(sample: number, bits: number): number {
		let earliest = Number.POSITIVE_INFINITY;
		for (let gpio = 0; gpio < 32; gpio++) {
			const channel = this.#channels[gpio];
			if ((bits & (1 << gpio)) === 0 || channel === undefined) continue;
			if (channel.last === channel.reported) continue;
			const at = channel.changedAt + channel.steady;
			if (at > sample && at < earliest) earliest = at;
		}
		return earliest;
	}
}
