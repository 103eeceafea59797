/** One look at both clocks: the tick was read between the two moments. Milliseconds of the client's clock. */
interface Reading {
	readonly tick: number;
	readonly middleMs: number;
	readonly uncertaintyMs: number;
}

const KEPT_READINGS = 16;

/**
 * Says which tick pigpiod's timer shows now, from TICK commands timed at both ends. The two clocks drift by some
 * parts per million, so only recent readings count, and among these the one with the shortest round trip.
 */
export class TickClock {
	readonly #readings: Reading[] = [];
	#best: Reading | undefined;

	/** Notes that TICK was asked at sentMs and its answer came at receivedMs. */
	note(tick: number, sentMs: number, receivedMs: number): void {
		const uncertaintyMs = (receivedMs - sentMs) / 2;
		this.#readings.push({ tick, middleMs: (sentMs + receivedMs) / 2, uncertaintyMs });
		if (this.#readings.length > KEPT_READINGS) this.#readings.shift();
		this.#best = this.#readings.reduce((best, each) =>
			each.uncertaintyMs <= best.uncertaintyMs ? each : best,
		);
	}

	/** The tick (32 bits) at that moment of the client's clock, or undefined before the first reading. */
	tickAt(ms: number): number | undefined {
		if (this.#best === undefined) return undefined;
		return (this.#best.tick + Math.round((ms - this.#best.middleMs) * 1000)) >>> 0;
	}

	/** How far tickAt may be off, in microseconds. */
	get uncertaintyMicros(): number {
		return (this.#best?.uncertaintyMs ?? 0) * 1000;
	}

	/** Forgets everything, for another daemon or a daemon whose timer began anew. */
	clear(): void {
		this.#readings.length = 0;
		this.#best = undefined;
	}
}
