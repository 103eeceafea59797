import type { ChunkRun, Matcher } from "./Matcher.ts";
import type { MatchList } from "./MatchList.ts";

/** Finds edges of one channel. */
export class EdgeMatcher implements Matcher {
	readonly #bit: number;
	readonly #wanted: "rising" | "falling" | "either";

	constructor(channel: number, direction: "rising" | "falling" | "either") {
		this.#bit = 1 << channel;
		this.#wanted = direction;
	}

	begin(): void {
		// An edge needs no history: the run brings the level before it.
	}

	scan({ chunk, first, last, correction }: ChunkRun, matches: MatchList): void {
		const bit = this.#bit;
		const { levels, offsets, base } = chunk;
		// A rising edge leaves the bit set; where the channel is stored inverted, clear.
		const inverted = correction & bit;
		const wanted = this.#wanted === "rising" ? bit ^ inverted : inverted;
		const either = this.#wanted === "either";
		let before = chunk.levelAfter(first - 1);
		for (let at = first; at < last; at++) {
			const after = levels[at] as number;
			if (((before ^ after) & bit) !== 0 && (either || (after & bit) === wanted)) {
				const time = base + (offsets[at] as number);
				matches.add(time, time);
			}
			before = after;
		}
	}
}
