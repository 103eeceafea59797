import type { CaptureRun } from "../capture/runs.ts";
import type { Match } from "./Found.ts";
import { AT_BEGINNING, type MatchBatch } from "./MatchBatch.ts";
import type { Matcher, MatcherState } from "./Matcher.ts";

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

	scan({ chunk, first, last, known, level, correction }: CaptureRun, into: MatchBatch): void {
		const care = this.#care;
		if (care & ~known) {
			this.#isKnown = false;
			return;
		}
		const { places } = into;
		if (!this.#isKnown) {
			this.#isKnown = true;
			this.#holds = (level & care) === this.#value;
			if (this.#holds) places[into.count++] = AT_BEGINNING;
		}
		if (chunk === undefined) return;
		const stored = this.#value ^ correction;
		const { levels } = chunk;
		let count = into.count;
		const end = count + chunk.places(care, first, last, places.subarray(count));
		let held = Number(this.#holds);
		// Without branches, as nobody can foretell them. What is kept never overtakes what is read.
		for (let place = count; place < end; place++) {
			const at = places[place] as number;
			const holds = Number((((levels[at] as number) ^ stored) & care) === 0);
			places[count] = at;
			count += holds & (held ^ 1);
			held = holds;
		}
		into.count = count;
		this.#holds = held === 1;
	}

	matchOf(match: number, batch: MatchBatch, run: CaptureRun): Omit<Match, "rank"> {
		const time = batch.endOf(match, run);
		return { start: time, end: time, channel: -1 };
	}

	save(): MatcherState {
		return [this.#holds, this.#isKnown];
	}

	restore(state: MatcherState): void {
		[this.#holds, this.#isKnown] = state as [boolean, boolean];
	}
}
