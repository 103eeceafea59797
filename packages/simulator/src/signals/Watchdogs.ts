import type { Micros } from "../devices/Device.ts";

/** Watchdogs: they fire when a GPIO has not changed for a while, and again after each such while. */
export class Watchdogs {
	/** The GPIOs that have a watchdog. */
	bits = 0;
	readonly #timeouts = new Float64Array(32);
	readonly #since = new Float64Array(32);
	readonly #lastLevels = new Int32Array(32);

	/** `timeout` in microseconds; 0 cancels. */
	set(gpio: number, timeout: Micros, now: Micros): void {
		this.#since[gpio] = now;
		this.#timeouts[gpio] = timeout;
		this.bits = timeout > 0 ? this.bits | (1 << gpio) : this.bits & ~(1 << gpio);
	}

	/** Restarts the time of those among `bits` that changed: `levels` at `samples`, of which there are `count`. */
	see(samples: Float64Array, levels: Int32Array, count: number, period: Micros, bits: number): void {
		for (let gpio = 0; gpio < 32; gpio++) {
			const bit = 1 << gpio;
			if ((bits & this.bits & bit) === 0) continue;
			for (let i = 0; i < count; i++) {
				const level = (levels[i] ?? 0) & bit;
				if (level === this.#lastLevels[gpio]) continue;
				this.#lastLevels[gpio] = level;
				this.#since[gpio] = (samples[i] ?? 0) * period;
			}
		}
	}

	/** The GPIOs whose watchdogs fire at `now`, as a mask; they start anew. */
	expire(now: Micros): number {
		let fired = 0;
		for (let gpio = 0; gpio < 32; gpio++) {
			if ((this.bits & (1 << gpio)) === 0) continue;
			if (now - (this.#since[gpio] ?? 0) < (this.#timeouts[gpio] ?? 0)) continue;
			fired |= 1 << gpio;
			this.#since[gpio] = now;
		}
		return fired;
	}
}
