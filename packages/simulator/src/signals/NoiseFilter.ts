import { filterRun } from "./filterRun.ts";
import type { SampleRun } from "./SampleRun.ts";

interface Channel {
	steady: number;
	active: number;
	/** Whether the reporting window is open. */
	open: boolean;
	/** Sample of the last change while shut, or at which the window shut. */
	quietSince: number;
	shutsAt: number;
	/** The level shown while the window is shut. */
	shown: number;
	last: number;
}

/**
 * Ignores changes of a GPIO until one comes after a quiet time; from that one on all changes are reported for
 * the time of a window, after which the GPIO shows the level it had before the window again.
 */
export class NoiseFilter {
	/** The GPIOs the filter is on for. */
	bits = 0;
	readonly #channels: Channel[] = Array.from({ length: 32 }, () => ({
		steady: 0,
		active: 0,
		open: false,
		quietSince: 0,
		shutsAt: 0,
		shown: 0,
		last: 0,
	}));

	/** `steady` and `active` in samples, `now` the current time in samples (fractional). */
	set(gpio: number, steady: number, active: number, now: number): void {
		const channel = this.#channels[gpio];
		if (channel === undefined) return;
		channel.steady = steady;
		channel.active = active;
		channel.open = false;
		channel.quietSince = now;
		channel.shutsAt = now;
		this.bits = steady > 0 ? this.bits | (1 << gpio) : this.bits & ~(1 << gpio);
	}

	/** Filters the GPIOs in `bits` of `input` into `output`. */
	apply(input: SampleRun, output: SampleRun, bits: number): void {
		filterRun(
			input,
			output,
			(sample, level) => this.#filter(sample, level, bits),
			(sample) => this.#nextShutting(sample, bits),
		);
	}

	#filter(sample: number, level: number, bits: number): number {
		for (let gpio = 0; gpio < 32; gpio++) {
			const bit = 1 << gpio;
			const channel = this.#channels[gpio];
			if ((bits & bit) === 0 || channel === undefined) continue;
			const value = level & bit;
			this.#step(channel, sample, value);
			if (!channel.open && value !== channel.shown) level ^= bit;
			channel.last = value;
		}
		return level;
	}

	#step(channel: Channel, sample: number, value: number): void {
		if (channel.open) {
			if (sample >= channel.shutsAt) {
				channel.open = false;
				channel.quietSince = sample;
			}
		} else if (value !== channel.last) {
			const quiet = sample - channel.quietSince;
			channel.quietSince = sample;
			if (quiet >= channel.steady) {
				channel.shown = channel.last;
				channel.open = true;
				channel.shutsAt = sample + channel.active;
			}
		}
	}

	/** The next sample after this one at which an open window shuts. */
	#nextShutting(sample: number, bits: number): number {
		let earliest = Number.POSITIVE_INFINITY;
		for (let gpio = 0; gpio < 32; gpio++) {
			const channel = this.#channels[gpio];
			if ((bits & (1 << gpio)) === 0 || !channel?.open) continue;
			earliest = Math.min(earliest, Math.max(sample + 1, Math.ceil(channel.shutsAt)));
		}
		return earliest;
	}
}
