/** How long an observation counts, ms: long enough to have seen the slowest of the regular beats. */
const MEMORY_MS = 1500;

interface Observation {
	readonly at: number;
	readonly offset: number;
	/** How far the line of promptest arrivals had run ahead of the data just before it came, µs. */
	readonly behind: number;
}

/** How data arrived of late: what a view that moves evenly must know to be late enough, and no later. */
export interface ArrivalPattern {
	/** Capture time minus clock at the promptest arrival, µs. */
	readonly lead: number;
	/** The farthest that this line ran ahead of the data, µs. */
	readonly lag: number;
}

/** Watches when data comes. Blocks come in uneven beats, and a busy computer delays some. */
export class Arrivals {
	#observations: Observation[] = [];
	#newest = 0;

	/** Notes that data is known up to `endTime` µs of the capture at `at` ms of a steady clock. */
	observe(endTime: number, at: number): void {
		if (endTime === this.#newest) return;
		if (endTime < this.#newest) this.#observations = [];
		const isFirst = this.#observations.length === 0;
		const behind = isFirst ? 0 : this.#lead() + at * 1000 - this.#newest;
		this.#newest = endTime;
		this.#observations.push({ at, offset: endTime - at * 1000, behind });
		while (this.#observations.length > 2 && at - (this.#observations[0]?.at ?? at) > MEMORY_MS)
			this.#observations.shift();
	}

	/** The pattern over the last seconds; undefined before the first data. */
	get pattern(): ArrivalPattern | undefined {
		if (this.#observations.length === 0) return undefined;
		let lag = 0;
		for (const { behind } of this.#observations) lag = Math.max(lag, behind);
		return { lead: this.#lead(), lag };
	}

	#lead(): number {
		let lead = Number.NEGATIVE_INFINITY;
		for (const { offset } of this.#observations) lead = Math.max(lead, offset);
		return lead;
	}
}
