import type { Random } from "./Random.ts";

/** Share of its span that a drift moves at most in one step. */
const stepShare = 0.05;

/** A value that wanders about 0, as what a sensor measures does. */
export class Drift {
	readonly #random: Random;
	readonly #span: number;
	#value = 0;

	/** @param span how far it goes from 0 at most */
	constructor(random: Random, span: number) {
		this.#random = random;
		this.#span = span;
	}

	/** Goes on by a small step. @returns where it is now */
	next(): number {
		const value = this.#value + this.#random.between(-1, 1) * this.#span * stepShare;
		this.#value = Math.min(this.#span, Math.max(-this.#span, value));
		return this.#value;
	}

	reset(): void {
		this.#value = 0;
	}
}
