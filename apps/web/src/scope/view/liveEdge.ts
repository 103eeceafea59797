/** How long an observation counts, ms: long enough to have seen the slowest of the regular beats. */
const MEMORY_MS = 1500;
/** Room for one frame and one question to the worker, µs. */
const HEADROOM = 24_000;
/** A distance this large is a new start, not jitter, µs. */
const JUMP = 700_000;
/** Time in which a deviation is worn down to a third, ms. */
const SLEW_MS = 400;
/** The newest data may be this late before the edge runs ahead of it and shows the missing part, µs. */
const LONGEST_LAG = 400_000;

interface Observation {
	readonly at: number;
	/** Capture time minus page time at its arrival, µs. */
	readonly offset: number;
	/** How far the line of best arrivals had run ahead of the data just before it came, µs. */
	readonly behind: number;
}

/**
 * The capture time to show at the right edge of a live view. Data comes in uneven beats; this runs evenly, just late
 * enough that data is there when it is drawn.
 */
export class LiveEdge {
	#observations: Observation[] = [];
	#newest = 0;
	/** Offset in use, µs; undefined before the first observation. */
	#offset: number | undefined;
	#last = 0;

	/** Notes that data is known up to `endTime` µs at page time `at` ms. */
	observe(endTime: number, at: number): void {
		if (endTime === this.#newest) return;
		if (endTime < this.#newest) this.#observations = [];
		const lead = this.#lead();
		const behind = lead === undefined ? 0 : lead + at * 1000 - this.#newest;
		this.#newest = endTime;
		this.#observations.push({ at, offset: endTime - at * 1000, behind });
		while (this.#observations.length > 2 && at - (this.#observations[0]?.at ?? at) > MEMORY_MS) {
			this.#observations.shift();
		}
	}

	/** Capture time of the right edge at page time `now` ms; undefined while nothing is known. */
	at(now: number): number | undefined {
		const lead = this.#lead();
		if (lead === undefined) return undefined;
		let lag = 0;
		for (const { behind } of this.#observations) lag = Math.max(lag, behind);
		const target = lead - Math.min(lag, LONGEST_LAG) - HEADROOM;
		const current = this.#offset;
		if (current === undefined || Math.abs(target - current) > JUMP) this.#offset = target;
		else this.#offset = current + (target - current) * (1 - Math.exp(-(now - this.#last) / SLEW_MS));
		this.#last = now;
		return now * 1000 + (this.#offset ?? target);
	}

	/** Offset of the promptest arrival. */
	#lead(): number | undefined {
		let lead: number | undefined;
		for (const { offset } of this.#observations) lead = lead === undefined ? offset : Math.max(lead, offset);
		return lead;
	}
}
