import type { GapCause } from "@gpioscope/protocol";

/** A stretch of a capture in which nothing is known, in microseconds of the capture. */
export interface Gap {
	readonly from: number;
	readonly to: number;
	/** How many reports are missing, where that can be told. */
	readonly lost?: number;
	readonly cause: GapCause;
}

/** One gap out of two; what is missing is known only if it is for both. */
function joined(first: Gap, second: Gap): Gap {
	const { from, cause } = first;
	const to = Math.max(first.to, second.to);
	return first.lost === undefined || second.lost === undefined
		? { from, to, cause }
		: { from, to, cause, lost: first.lost + second.lost };
}

/** Gaps in the order of their beginnings. Usually there are few. */
export class GapList {
	#gaps: Gap[] = [];
	#dropped = 0;

	get count(): number {
		return this.#gaps.length;
	}

	/** How many were kept once and are no longer. */
	get dropped(): number {
		return this.#dropped;
	}

	/** The one at a place, 0 is the oldest kept. @throws RangeError when there is none. */
	at(index: number): Gap {
		const gap = this.#gaps[index];
		if (gap === undefined) throw new RangeError(`There is no gap ${index} of ${this.count}.`);
		return gap;
	}

	/** How many of those kept begin before a time. */
	countBefore(time: number): number {
		let low = 0;
		let high = this.#gaps.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.at(middle).from < time) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	copy(): GapList {
		const copy = new GapList();
		copy.#gaps = [...this.#gaps];
		copy.#dropped = this.#dropped;
		return copy;
	}

	/** Adds a gap; with one of the same cause that it touches it becomes one, as a break told in two parts is. */
	add(gap: Gap): void {
		let place = this.#gaps.length;
		while (place > 0 && (this.#gaps[place - 1]?.from ?? 0) > gap.from) place--;
		const before = this.#gaps[place - 1];
		if (before !== undefined && before.cause === gap.cause && before.to >= gap.from)
			this.#gaps[place - 1] = joined(before, gap);
		else this.#gaps.splice(place, 0, gap);
	}

	/**
	 * Those that touch [from, to). Gaps shorter than `spacing` microseconds that begin within `spacing` of one
	 * already listed are left out, so that a view never gets more than it can show.
	 */
	between(from: number, to: number, spacing = 0): Gap[] {
		const found: Gap[] = [];
		let covered = Number.NEGATIVE_INFINITY;
		for (const gap of this.#gaps) {
			if (gap.from >= to) break;
			if (gap.to <= from || (gap.to - gap.from < spacing && gap.from < covered)) continue;
			found.push(gap);
			covered = Math.max(covered, gap.to + spacing);
		}
		return found;
	}

	dropBefore(time: number): void {
		if ((this.#gaps[0]?.to ?? Number.POSITIVE_INFINITY) > time) return;
		const before = this.count;
		this.#gaps = this.#gaps.filter((gap) => gap.to > time);
		this.#dropped += before - this.count;
	}
}
