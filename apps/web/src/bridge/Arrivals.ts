/** How long an observation counts, ms: long enough to have seen the slowest of the regular beats. */
const MEMORY_MS = 1500;
/** Of the time, data may be later than the lag that is told: one long wait must not make everything old. */
const LATER_SHARE = 0.05;
/** How exactly the lag is found, µs. */
const EXACT = 100;

interface Observation {
	readonly at: number;
	readonly offset: number;
	/** How far the line of promptest arrivals had run ahead of the data just before it came, µs. */
	readonly behind: number;
	/** Since the one before, µs. */
	readonly wait: number;
}

/** How data arrived of late: what a view that moves evenly must know to be late enough, and no later. */
export interface ArrivalPattern {
	/** Capture time minus clock at the promptest arrival, µs. */
	readonly lead: number;
	/** How far this line runs ahead of the data, but for a small share of the time, µs. */
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
		const wait = isFirst ? 0 : (at - (this.#observations.at(-1)?.at ?? at)) * 1000;
		this.#newest = endTime;
		this.#observations.push({ at, offset: endTime - at * 1000, behind, wait });
		while (this.#observations.length > 2 && at - (this.#observations[0]?.at ?? at) > MEMORY_MS)
			this.#observations.shift();
	}

	/** The pattern over the last seconds; undefined before the first data. */
	get pattern(): ArrivalPattern | undefined {
		if (this.#observations.length === 0) return undefined;
		return { lead: this.#lead(), lag: this.#lag() };
	}

	#lag(): number {
		let shortest = 0;
		let longest = 0;
		for (const { behind } of this.#observations) longest = Math.max(longest, behind);
		const all = this.#later(Number.NEGATIVE_INFINITY);
		while (longest - shortest > EXACT) {
			const middle = (shortest + longest) / 2;
			if (this.#later(middle) > LATER_SHARE * all) shortest = middle;
			else longest = middle;
		}
		return longest;
	}

	/** For how long data was farther behind than this, µs: between two arrivals it falls behind as time passes. */
	#later(lag: number): number {
		let sum = 0;
		for (const { behind, wait } of this.#observations) sum += Math.min(wait, Math.max(0, behind - lag));
		return sum;
	}

	#lead(): number {
		let lead = Number.NEGATIVE_INFINITY;
		for (const { offset } of this.#observations) lead = Math.max(lead, offset);
		return lead;
	}
}
