import type { CaptureRun } from "../capture/runs.ts";
import type { Matcher, MatcherState, MatchSink } from "./Matcher.ts";

/** Finds pulses of any of several channels by their width. */
export class AnyPulseMatcher implements Matcher {
	readonly #channels: number;
	readonly #level: 0 | 1 | "either";
	readonly #min: number;
	readonly #max: number;
	/** The edge before, of each channel; NaN while none was seen. */
	#edges = new Float64Array(32).fill(Number.NaN);

	constructor(channels: number, level: 0 | 1 | "either", min = 0, max = Number.POSITIVE_INFINITY) {
		this.#channels = channels;
		this.#level = level;
		this.#min = min;
		this.#max = max;
	}

	scan({ chunk, first, last, known, correction }: CaptureRun, matches: MatchSink): void {
		const edges = this.#edges;
		for (let rest = this.#channels & ~known; rest !== 0; rest &= rest - 1)
			edges[31 - Math.clz32(rest & -rest)] = Number.NaN;
		if (chunk === undefined) return;
		const channels = this.#channels & known;
		const [min, max] = [this.#min, this.#max];
		const { levels, offsets, base } = chunk;
		const either = this.#level === "either" ? channels : 0;
		// What turns a word into one that is set where a wanted pulse ended.
		const turned = this.#level === 1 ? ~correction : correction;
		let before = chunk.levelAfter(first - 1);
		for (let at = first; at < last; at++) {
			const after = levels[at] as number;
			const changed = (before ^ after) & channels;
			before = after;
			if (changed === 0) continue;
			const time = base + (offsets[at] as number);
			const fitting = (after ^ turned) | either;
			for (let rest = changed; rest !== 0; rest &= rest - 1) {
				const lowest = rest & -rest;
				const channel = 31 - Math.clz32(lowest);
				const edge = edges[channel] as number;
				const width = time - edge;
				if (width >= min && width <= max && (fitting & lowest) !== 0) matches.add(edge, time, channel);
				edges[channel] = time;
			}
		}
	}

	save(): MatcherState {
		return this.#edges.slice();
	}

	restore(state: MatcherState): void {
		this.#edges = (state as Float64Array<ArrayBuffer>).slice();
	}
}
