/** How far two looks at the computer's clocks may differ by rounding and by being held up in between. */
const TOLERANCE_MS = 20;

/** Where the time comes from. Milliseconds. */
export interface WallClockSources {
	/** Monotonic, with fractions. */
	steady(): number;
	/** Since 1970, whole; jumps when the computer's clock is set. */
	date(): number;
}

/**
 * Milliseconds since 1970 with fractions. The steady clock has the fractions but does not hear when the computer is
 * told the time, as a Pi without a battery is some while after its start: then this one is set, too.
 */
export class WallClock {
	readonly #sources: WallClockSources;
	#offset: number;

	constructor(sources: WallClockSources = { steady: () => performance.now(), date: () => Date.now() }) {
		this.#sources = sources;
		this.#offset = sources.date() - sources.steady();
	}

	now(): number {
		const { steady, date } = this.#sources;
		const behind = date() - (steady() + this.#offset);
		if (Math.abs(behind) > TOLERANCE_MS) this.#offset += behind;
		return steady() + this.#offset;
	}
}
