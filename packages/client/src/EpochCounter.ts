/** What is known at the moment of a new connection. */
export interface Arrival {
	readonly tick: number;
	/** Where the daemon's timer should be if it is the one from before; undefined before the first connection. */
	readonly expectedTick: number | undefined;
	/** The daemon itself ended the last connection, or its port was closed since. */
	readonly wasRestarted: boolean;
}

/** Ticks that go on to within this count as the same timer: covers a slow round trip and crystals apart. */
const TOLERANCE_MICROS = 100_000;

/**
 * Numbers the stretches in which times can be compared. pigpiod says nothing about its own restarts, so they are
 * inferred: a connection that the daemon closed, a port that was shut, or a timer that did not go on as it should.
 */
export class EpochCounter {
	#epoch = 0;

	get epoch(): number {
		return this.#epoch;
	}

	/** Returns true when the epoch goes on, false when a new one begins. */
	arrive({ tick, expectedTick, wasRestarted }: Arrival): boolean {
		const continues =
			this.#epoch > 0 &&
			!wasRestarted &&
			expectedTick !== undefined &&
			Math.abs((tick - expectedTick) | 0) < TOLERANCE_MICROS;
		if (!continues) this.#epoch++;
		return continues;
	}
}
