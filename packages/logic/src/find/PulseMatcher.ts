import type { CaptureRun } from "../capture/runs.ts";
import type { Match } from "./Found.ts";
import { type MatchBatch, MOST_SCANNED } from "./MatchBatch.ts";
import type { Matcher, MatcherState } from "./Matcher.ts";

/** Where the edges of a run are. Scans do not overlap: one column serves all of them. */
const edges = new Uint32Array(MOST_SCANNED);

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

	scan({ chunk, first, last, known, correction }: CaptureRun, into: MatchBatch): void {
		const bit = 1 << this.#channel;
		if ((known & bit) === 0) {
			this.#edge = Number.NaN;
			return;
		}
		const found = chunk?.places(bit, first, last, edges) ?? 0;
		if (chunk === undefined || found === 0) return;
		const { levels, offsets, base } = chunk;
		const isHigh = (((levels[edges[0] as number] as number) ^ correction) & bit) !== 0;
		// Levels take turns: pulses of one level end at every second edge.
		const step = this.#level === "either" ? 1 : 2;
		const skipped = step === 2 && isHigh === (this.#level === 1) ? 1 : 0;
		const [min, max] = [this.#min, this.#max];
		const { places, starts } = into;
		let count = 0;
		for (let edge = skipped; edge < found; edge += step) {
			const at = edges[edge] as number;
			const start = edge === 0 ? this.#edge : base + (offsets[edges[edge - 1] as number] as number);
			const width = base + (offsets[at] as number) - start;
			places[count] = at;
			starts[count] = start;
			// Comparisons with NaN are false: the first edge ends no pulse.
			count += Number(width >= min) & Number(width <= max);
		}
		into.count = count;
		this.#edge = chunk.timeAt(edges[found - 1] as number);
	}

	matchOf(match: number, batch: MatchBatch, run: CaptureRun): Omit<Match, "rank"> {
		return { start: batch.starts[match] as number, end: batch.endOf(match, run), channel: this.#channel };
	}

	save(): MatcherState {
		return this.#edge;
	}

	restore(state: MatcherState): void {
		this.#edge = state as number;
	}
}
