/**
 * Levels asked for while reports come in: the level was in force at some moment between the two times. What is reported
 * for one of these very times may come before or after it; the level tells.
 */
export interface Sounding {
	readonly before: number;
	/** Levels of GPIO 0 to 31, one bit each. */
	readonly level: number;
	readonly after: number;
}

const GPIOS = 32;

/**
 * Derives edges from level words. A line takes part once its level at a known time is known, so that its first edge is
 * neither missed nor made up; what was asked for by commands and what reports say is put in order by time.
 */
export class LevelTracker {
	#level = 0;
	#tracked = 0;
	#isLost = false;
	/** Lines with a sounding that reports may still be older than. */
	#guarded = 0;
	readonly #before = new Float64Array(GPIOS);
	readonly #after = new Float64Array(GPIOS);

	/** Lines whose edges are derived, one bit each. */
	get tracked(): number {
		return this.#tracked;
	}

	/** True while it is not known what changed. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** Tracks these lines only, of those tracked so far. */
	keep(bits: number): void {
		this.#tracked &= bits;
	}

	/**
	 * Tracks exactly these lines, whose levels were asked for after reports began and before this time: earlier reports
	 * only correct them. Returns what changed since the last levels known.
	 */
	begin(bits: number, time: number, level: number): number {
		const changed = (level ^ this.#level) & this.#tracked;
		this.#level = level;
		this.#isLost = false;
		this.#tracked = bits;
		this.#guarded = 0;
		this.#guard(bits, Number.NEGATIVE_INFINITY, time);
		return changed;
	}

	/** Begins to track these lines, or all again after a loss: returns then what changed since. */
	sound(bits: number, { before, level, after }: Sounding): number {
		const changed = this.#isLost ? (level ^ this.#level) & this.#tracked : 0;
		const fresh = this.#isLost ? this.#tracked | bits : bits & ~this.#tracked;
		this.#level = (this.#level & ~fresh) | (level & fresh);
		this.#isLost = false;
		this.#tracked |= bits;
		this.#guard(fresh, before, after);
		return changed;
	}

	/** Takes over the levels of these lines, to which another has added reports that this one had too early. */
	adopt(bits: number, other: LevelTracker): void {
		this.#level = (this.#level & ~bits) | (other.#level & bits);
	}

	/** Some reports are missing. */
	lose(): void {
		this.#isLost = true;
	}

	/** A report: returns which of the tracked lines changed. */
	report(time: number, level: number): number {
		if (this.#guarded !== 0) return this.#reportGuarded(time, level);
		const changed = (level ^ this.#level) & this.#tracked;
		this.#level = level;
		this.#isLost = false;
		return changed;
	}

	#reportGuarded(time: number, level: number): number {
		let ignored = 0;
		let quiet = 0;
		for (let gpio = 0; gpio < GPIOS; gpio++) {
			const bit = 1 << gpio;
			if ((this.#guarded & bit) === 0) continue;
			if (time < (this.#before[gpio] ?? 0)) ignored |= bit;
			else if (time < (this.#after[gpio] ?? 0)) quiet |= bit;
			else this.#guarded &= ~bit;
		}
		const next = (level & ~ignored) | (this.#level & ignored);
		const changed = (next ^ this.#level) & this.#tracked & ~quiet;
		this.#level = next;
		this.#isLost = false;
		return changed;
	}

	#guard(bits: number, before: number, after: number): void {
		this.#guarded |= bits;
		for (let gpio = 0; gpio < GPIOS; gpio++) {
			if ((bits & (1 << gpio)) === 0) continue;
			this.#before[gpio] = before;
			this.#after[gpio] = after;
		}
	}
}
