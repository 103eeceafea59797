import type { CaptureRun } from "../capture/runs.ts";
import type { Matcher, MatchSink } from "./Matcher.ts";

/** Finds edges of any of several channels. */
export class EdgeMatcher implements Matcher {
	readonly #channels: number;
	readonly #wanted: "rising" | "falling" | "either";

	constructor(channels: number, direction: "rising" | "falling" | "either") {
		this.#channels = channels;
		this.#wanted = direction;
	}

	scan({ chunk, first, last, known, correction }: CaptureRun, matches: MatchSink): void {
		if (chunk === undefined) return;
		const channels = this.#channels & known;
		const { levels, offsets, base } = chunk;
		const either = this.#wanted === "either" ? channels : 0;
		// What turns a word into one that is set where the edge went the wanted way.
		const turned = this.#wanted === "falling" ? ~correction : correction;
		let before = chunk.levelAfter(first - 1);
		for (let at = first; at < last; at++) {
			const after = levels[at] as number;
			const found = (before ^ after) & channels & ((after ^ turned) | either);
			if (found !== 0) {
				const time = base + (offsets[at] as number);
				matches.add(time, time, 31 - Math.clz32(found & -found));
			}
			before = after;
		}
	}

	save(): undefined {
		// An edge needs no history: the run brings the level before it.
	}

	restore(): void {
		// As above.
	}
}
