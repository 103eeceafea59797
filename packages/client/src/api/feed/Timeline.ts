import type { Clock } from "../../clock.ts";

/**
 * Turns pigpiod's 32-bit ticks, which wrap every 71.6 minutes, into microseconds that go on counting, however long it
 * was quiet: this computer's clock tells how many wraps have passed. The first tick of an epoch keeps its value.
 */
export class Timeline {
	readonly #clock: Clock;
	#epoch = 0;
	#time = 0;
	#atMs = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Which epoch times belong to; 0 before the first. */
	get epoch(): number {
		return this.#epoch;
	}

	/** Time of the newest tick seen, in microseconds. */
	get time(): number {
		return this.#time;
	}

	/** A connection was made: times go on when the epoch does. */
	begin(epoch: number, tick: number): void {
		if (epoch !== this.#epoch) {
			this.#epoch = epoch;
			this.#time = tick >>> 0;
			this.#atMs = this.#clock.now();
		}
		this.timeOf(tick);
	}

	/** Time of a tick that lies less than 35 minutes from now. */
	timeOf(tick: number): number {
		const now = this.#clock.now();
		const expected = this.#time + Math.round((now - this.#atMs) * 1000);
		const time = expected + ((tick - expected) | 0);
		if (time > this.#time) {
			this.#time = time;
			this.#atMs = now;
		}
		return time;
	}
}
