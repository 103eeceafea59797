const TURN = 2 ** 32;

/**
 * Turns pigpiod's 32-bit ticks, which wrap after 71.6 minutes, into microseconds that go on.
 *
 * Ticks may come from several sources that are not quite in order: each is taken to lie within half a turn
 * (35.8 minutes) of the latest one, before or after. The first tick is its own time.
 */
export class TickUnwrapper {
	#latestTick: number | undefined;
	#latestTime = 0;

	/** Microseconds of a tick (0 to 2^32 − 1). Earlier than the time before when the tick lies behind it. */
	unwrap(tick: number): number {
		const unsigned = tick >>> 0;
		if (this.#latestTick === undefined) {
			this.#latestTick = unsigned;
			this.#latestTime = unsigned;
			return unsigned;
		}
		const step = (unsigned - this.#latestTick) | 0;
		const time = this.#latestTime + step;
		if (step > 0) {
			this.#latestTick = unsigned;
			this.#latestTime = time;
		}
		return time;
	}

	/** The latest time given so far, 0 before the first. */
	get latest(): number {
		return this.#latestTime;
	}

	/**
	 * Lets `micros` pass without a tick, for a source that was silent for longer than half a turn. Only whole turns
	 * count: the ticks say the rest.
	 */
	skip(micros: number): void {
		this.#latestTime += Math.round(micros / TURN) * TURN;
	}
}
