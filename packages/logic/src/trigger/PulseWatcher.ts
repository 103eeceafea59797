import type { TriggerCondition } from "@gpioscope/protocol";
import { lastEdge, type TriggerRun } from "./TriggerRun.ts";
import type { Watcher } from "./Watcher.ts";

/** Happens at the ends of pulses of a width. */
export class PulseWatcher implements Watcher {
	readonly channels: number;
	time = 0;
	next = 0;
	readonly #level: 0 | 1 | "either";
	/** In ticks. */
	readonly #min: number;
	readonly #max: number;
	/** The edge before; NaN while none was seen. */
	#edge = Number.NaN;

	constructor(
		{ channel, level, min = 0, max = Number.POSITIVE_INFINITY }: Extract<TriggerCondition, { kind: "pulse" }>,
		ticksPerMicro: number,
	) {
		this.channels = 1 << channel;
		this.#level = level;
		this.#min = min * ticksPerMicro;
		this.#max = max * ticksPerMicro;
	}

	begin(run: TriggerRun, at: number, _time: number, since: number): void {
		this.#edge = lastEdge(run, at, this.channels, since) ?? Number.NaN;
	}

	seek({ chunk, correction }: TriggerRun, at: number, end: number): boolean {
		const bit = this.channels;
		const [min, max] = [this.#min, this.#max];
		const { levels, offsets, base } = chunk;
		const inverted = correction & bit;
		// A high pulse ends with the bit clear; where the channel is stored inverted, set.
		const wanted = this.#level === 1 ? inverted : bit ^ inverted;
		const either = this.#level === "either";
		let before = chunk.levelAfter(at - 1);
		// Offsets from this chunk's base; an edge in an earlier chunk lies below zero.
		let edge = this.#edge - base;
		for (let index = at; index < end; index++) {
			const after = levels[index] as number;
			if (((before ^ after) & bit) !== 0) {
				const now = offsets[index] as number;
				const width = now - edge;
				edge = now;
				// Comparisons with NaN are false: the first edge ends no pulse.
				if (width >= min && width <= max && (either || (after & bit) === wanted)) {
					this.#edge = base + now;
					this.time = base + now;
					this.next = index + 1;
					return true;
				}
			}
			before = after;
		}
		this.#edge = base + edge;
		return false;
	}
}
