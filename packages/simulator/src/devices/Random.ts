/**
 * A reproducible source of chance (mulberry32): the same seed gives the same bench, so a test or a bug report can
 * name the run it means.
 */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A source of its own for one user, so that adding a device does not change what the others do. */
	static forName(seed: number, name: string): Random {
		let hash = seed >>> 0;
		for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
		return new Random(hash);
	}

	/** A number in [0, 1). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A number in [low, high). */
	between(low: number, high: number): number {
		return low + (high - low) * this.next();
	}

	/** A whole number from low to high, both included. */
	integer(low: number, high: number): number {
		return Math.floor(this.between(low, high + 1));
	}

	/** True with the given probability (0 to 1). */
	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** `mean` shifted by up to `share` of it either way; small shifts are likelier than large ones. */
	around(mean: number, share: number): number {
		return mean * (1 + share * (this.next() + this.next() - 1));
	}

	/** The time to the next of events that come independently, `mean` apart on average; at most four times that. */
	waitingTime(mean: number): number {
		return Math.min(-Math.log(1 - this.next()), 4) * mean;
	}
}
