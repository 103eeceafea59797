import type { ChunkRun, Matcher } from "./Matcher.ts";
import type { MatchList } from "./MatchList.ts";

/** Finds the moments from which on several channels have given levels. */
export class PatternMatcher implements Matcher {
	readonly #care: number;
	readonly #value: number;
	#holds = false;

	constructor(care: number, value: number) {
		this.#care = care;
		this.#value = value & care;
	}

	begin(time: number, level: number, matches: MatchList): void {
		this.#holds = (level & this.#care) === this.#value;
		if (this.#holds) matches.add(time, time);
	}

	scan({ chunk, first, last, correction }: ChunkRun, matches: MatchList): void {
		const care = this.#care;
		const stored = (this.#value ^ correction) & care;
		const { levels, offsets, base } = chunk;
		let held = this.#holds;
		for (let at = first; at < last; at++) {
			const holds = ((levels[at] as number) & care) === stored;
			if (holds && !held) {
				const time = base + (offsets[at] as number);
				matches.add(time, time);
			}
			held = holds;
		}
		this.#holds = held;
	}
}
