/**
 * Turns pigpiod's 32-bit ticks, which wrap every 71.6 minutes, into microseconds that go on counting. The first
 * tick keeps its value. Feed it at least once every half hour.
 */
export class TickUnwrapper {
	#lastTick: number;
	#time: number;

	constructor(firstTick: number) {
		this.#lastTick = firstTick >>> 0;
		this.#time = this.#lastTick;
	}

	/** Time of the newest tick seen, in microseconds. */
	get time(): number {
		return this.#time;
	}

	/** Time of a tick that lies less than 35 minutes from the last one, before or after. */
	unwrap(tick: number): number {
		this.#time += (tick - this.#lastTick) | 0;
		this.#lastTick = tick >>> 0;
		return this.#time;
	}

	/** As unwrap, without remembering the tick. */
	peek(tick: number): number {
		return this.#time + ((tick - this.#lastTick) | 0);
	}
}
