import type { TriggerCondition } from "@gpioscope/protocol";
import { lastEdge, levelBefore, type TriggerRun } from "./TriggerRun.ts";
import type { Watcher } from "./Watcher.ts";

/** Happens when a channel has been without an edge for so long. An edge at the very end of that time is none in it. */
export class TimeoutWatcher implements Watcher {
	readonly channels: number;
	time = 0;
	next = 0;
	readonly #level: 0 | 1 | "either";
	/** In ticks. */
	readonly #after: number;
	readonly #isFirst: boolean;
	/** When it happens unless an edge comes before; Infinity when an edge has to come first. */
	#due = Number.POSITIVE_INFINITY;

	constructor(
		{ channel, level, after }: Extract<TriggerCondition, { kind: "timeout" }>,
		ticksPerMicro: number,
		isFirst: boolean,
	) {
		this.channels = 1 << channel;
		this.#level = level;
		this.#after = Math.ceil(after * ticksPerMicro);
		this.#isFirst = isFirst;
	}

	begin(run: TriggerRun, at: number, time: number, since: number): void {
		const bit = this.channels;
		const level = (levelBefore(run, at) & bit) === 0 ? 0 : 1;
		if (this.#level !== "either" && this.#level !== level) {
			this.#due = Number.POSITIVE_INFINITY;
			return;
		}
		const start = this.#isFirst ? (lastEdge(run, at, bit, since) ?? since) : time;
		const due = start + this.#after;
		// What a first stage waits for may have been over while another stage was looked at.
		this.#due = due > time ? due : Number.POSITIVE_INFINITY;
	}

	seek(run: TriggerRun, at: number, end: number, until: number): boolean {
		const bit = this.channels;
		const after = this.#after;
		const { levels, offsets, base } = run.chunk;
		const inverted = run.correction & bit;
		const wanted = this.#level === 1 ? bit ^ inverted : inverted;
		const either = this.#level === "either";
		let before = run.chunk.levelAfter(at - 1);
		let due = this.#due - base;
		for (let index = at; index < end; index++) {
			const word = levels[index] as number;
			if (((before ^ word) & bit) !== 0) {
				const now = offsets[index] as number;
				if (due <= now) return this.#happen(run, at, base + due);
				due = either || (word & bit) === wanted ? now + after : Number.POSITIVE_INFINITY;
			}
			before = word;
		}
		this.#due = base + due;
		return this.#due <= until && this.#happen(run, at, this.#due);
	}

	#happen({ chunk, last }: TriggerRun, at: number, time: number): boolean {
		this.#due = Number.POSITIVE_INFINITY;
		this.time = time;
		this.next = Math.min(last, Math.max(at, chunk.lowerBound(time)));
		return true;
	}
}
