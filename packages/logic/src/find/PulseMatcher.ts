import type { CaptureRun } from "../capture/runs.ts";
import type { Matcher, MatcherState, MatchSink } from "./Matcher.ts";

/** Finds pulses of one channel by their width. */
export class PulseMatcher implements Matcher {
	readonly #channel: number;
	readonly #level: 0 | 1 | "either";
	readonly #min: number;
	readonly #max: number;
	/** The edge before; NaN while none was seen. */
	#edge = Number.NaN;

	constructor(channel: number, level: 0 | 1 | "either", min = 0, max = Number.POSITIVE_INFINITY) {
		this.#channel = channel;
		this.#level = level;
		this.#min = min;
		this.#max = max;
	}

	scan({ chunk, first, last, known, correction }: CaptureRun, matches: MatchSink): void {
		const channel = this.#channel;
		const bit = 1 << channel;
		if ((known & bit) === 0) {
			this.#edge = Number.NaN;
			return;
		}
		if (chunk === undefined) return;
		const [min, max] = [this.#min, this.#max];
		const { levels, offsets, base } = chunk;
		const inverted = correction & bit;
		// A high pulse ends with the bit clear; where the channel is stored inverted, set.
		const wanted = this.#level === 1 ? inverted : bit ^ inverted;
		const either = this.#level === "either";
		let state = chunk.levelAfter(first - 1) & bit;
		// Offsets from this chunk's base; an edge in an earlier chunk lies below zero.
		let edge = this.#edge - base;
		for (let at = first; at < last; at++) {
			if (((levels[at] as number) & bit) === state) continue;
			state ^= bit;
			const now = offsets[at] as number;
			const width = now - edge;
			// Comparisons with NaN are false: the first edge ends no pulse.
			if (width >= min && width <= max && (either || state === wanted))
				matches.add(base + edge, base + now, channel);
			edge = now;
		}
		this.#edge = base + edge;
	}

	save(): MatcherState {
		return this.#edge;
	}

	restore(state: MatcherState): void {
		this.#edge = state as number;
	}
}
