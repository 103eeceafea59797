import type { CaptureRun } from "../capture/runs.ts";
import type { Match } from "./Found.ts";
import type { MatchBatch } from "./MatchBatch.ts";
import type { Matcher, MatcherState } from "./Matcher.ts";

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

	scan({ chunk, first, last, known, correction }: CaptureRun, into: MatchBatch): void {
		const edges = this.#edges;
		for (let rest = this.#channels & ~known; rest !== 0; rest &= rest - 1)
			edges[31 - Math.clz32(rest & -rest)] = Number.NaN;
		if (chunk === undefined) return;
		const mask = this.#channels & known;
		const [min, max] = [this.#min, this.#max];
		const { levels, offsets, base } = chunk;
		const either = this.#level === "either" ? mask : 0;
		// What turns a word into one that is set where a wanted pulse ended.
		const turned = this.#level === 1 ? ~correction : correction;
		let { places, starts, channels, count } = into;
		let before = chunk.levelAfter(first - 1) | 0;
		for (let at = first; at < last; at++) {
			const after = (levels[at] as number) | 0;
			const changed = (before ^ after) & mask;
			before = after;
			if (changed === 0) continue;
			const time = base + (offsets[at] as number);
			const fitting = (after ^ turned) | either;
			if (count + 32 > places.length) {
				into.count = count;
				into.makeRoom(32);
				({ places, starts, channels } = into);
			}
			for (let rest = changed; rest !== 0; rest &= rest - 1) {
				const channel = 31 - Math.clz32(rest & -rest);
				const edge = edges[channel] as number;
				const width = time - edge;
				edges[channel] = time;
				places[count] = at;
				starts[count] = edge;
				channels[count] = channel;
				// Comparisons with NaN are false: the first edge ends no pulse.
				count += Number(width >= min) & Number(width <= max) & (fitting >>> channel);
			}
		}
		into.count = count;
	}

	matchOf(match: number, batch: MatchBatch, run: CaptureRun): Omit<Match, "rank"> {
		const { starts, channels } = batch;
		return {
			start: starts[match] as number,
			end: batch.endOf(match, run),
			channel: channels[match] as number,
		};
	}

	save(): MatcherState {
		return this.#edges.slice();
	}

	restore(state: MatcherState): void {
		this.#edges = (state as Float64Array<ArrayBuffer>).slice();
	}
}
