import type { CaptureRun } from "../capture/runs.ts";
import type { Matcher, MatcherState, MatchSink } from "./Matcher.ts";

/** Finds the moments from which on several channels have given levels. */
export class PatternMatcher implements Matcher {
	readonly #care: number;
	readonly #value: number;
	#holds = false;
	#isKnown = false;

	constructor(care: number, value: number) {
		this.#care = care;
		this.#value = value & care;
	}

	scan({ chunk, first, last, from, known, level, correction }: CaptureRun, matches: MatchSink): void {
		const care = this.#care;
		if (care & ~known) {
			this.#isKnown = false;
			return;
		}
		if (!this.#isKnown) {
			this.#isKnown = true;
			this.#holds = (level & care) === this.#value;
			if (this.#holds) matches.add(from, from, -1);
		}
		if (chunk === undefined) return;
		const stored = (this.#value ^ correction) & care;
		const { levels, offsets, base } = chunk;
		let held = this.#holds;
		for (let at = first; at < last; at++) {
			const holds = ((levels[at] as number) & care) === stored;
			if (holds && !held) {
				const time = base + (offsets[at] as number);
				matches.add(time, time, -1);
			}
			held = holds;
		}
		this.#holds = held;
	}

	save(): MatcherState {
		return [this.#holds, this.#isKnown];
	}

	restore(state: MatcherState): void {
		[this.#holds, this.#isKnown] = state as [boolean, boolean];
	}
}
