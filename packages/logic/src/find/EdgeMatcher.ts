import type { CaptureRun } from "../capture/runs.ts";
import type { Match } from "./Found.ts";
import type { MatchBatch } from "./MatchBatch.ts";
import type { Matcher } from "./Matcher.ts";

/** Finds edges of any of several channels; those of several channels in one change are one match. */
export class EdgeMatcher implements Matcher {
	readonly #channels: number;
	readonly #wanted: "rising" | "falling" | "either";

	constructor(channels: number, direction: "rising" | "falling" | "either") {
		this.#channels = channels;
		this.#wanted = direction;
	}

	scan({ chunk, first, last, known, correction }: CaptureRun, into: MatchBatch): void {
		if (chunk === undefined) return;
		const [turned, either] = this.#direction(correction);
		into.count = chunk.places(this.#channels & known, first, last, into.places, turned, either);
	}

	matchOf(match: number, batch: MatchBatch, { chunk, known, correction }: CaptureRun): Omit<Match, "rank"> {
		const place = batch.places[match] as number;
		const [turned, either] = this.#direction(correction);
		const word = chunk?.levelAfter(place) ?? 0;
		const fitting = (chunk?.maskAt(place) ?? 0) & this.#channels & known & ((word ^ turned) | either);
		const time = chunk?.timeAt(place) ?? 0;
		return { start: time, end: time, channel: 31 - Math.clz32(fitting & -fitting) };
	}

	save(): undefined {
		// An edge needs no history: the run brings the level before it.
	}

	restore(): void {
		// As above.
	}

	/** What turns a stored word into one that is set where an edge went the wanted way, and what is set in any case. */
	#direction(correction: number): readonly [turned: number, either: number] {
		return [this.#wanted === "falling" ? ~correction : correction, this.#wanted === "either" ? -1 : 0];
	}
}
