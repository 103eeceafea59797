import type { TriggerAction } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import { extentOf, type Hit, type HitWindow, isBehind, isCaptured, windowOf } from "./HitWindow.ts";

/** A stretch of the capture to be kept, in ticks. */
export interface SegmentStretch {
	readonly trigger: number;
	/** Which hit of the trigger it is around. */
	readonly hit: number;
	readonly hitTime: number;
	readonly from: number;
	readonly to: number;
}

interface Waiting {
	readonly hit: Hit;
	readonly count: number;
	readonly window: HitWindow;
}

/**
 * The hits of one trigger around which segments are to be kept. Only what would stay is cut out in the end: however
 * often it is hit, not more than the newest so many wait.
 */
export class SegmentQueue {
	readonly #trigger: number;
	readonly #action: Extract<TriggerAction, { kind: "segment" }>;
	readonly #capture: Capture;
	#waiting: Waiting[] = [];

	constructor(trigger: number, action: Extract<TriggerAction, { kind: "segment" }>, capture: Capture) {
		this.#trigger = trigger;
		this.#action = action;
		this.#capture = capture;
	}

	/** Whether a segment is not all captured yet. */
	get isFilling(): boolean {
		const last = this.#waiting.at(-1);
		return last !== undefined && !isCaptured(last.window, this.#capture);
	}

	/** Takes a hit, the count-th one, unless the segment before it is not complete then. */
	take(hit: Hit, count: number): void {
		const last = this.#waiting.at(-1);
		if (last !== undefined && !isBehind(hit, last.window)) return;
		this.#waiting.push({ hit, count, window: windowOf(this.#action, hit, this.#capture.ticksPerMicro) });
		// One more than are kept, as the last one may have to wait. Trimmed now and then: a trigger may be hit a million times
		// a second.
		const most = this.#action.keep + 1;
		if (this.#waiting.length >= 2 * most) this.#waiting = this.#waiting.slice(-most);
	}

	/** Those that are all captured, the newest last; they do not wait any longer. */
	drain(): SegmentStretch[] {
		const isComplete = ({ window }: Waiting) => isCaptured(window, this.#capture);
		const complete = this.#waiting.filter(isComplete).slice(-this.#action.keep);
		this.#waiting = this.#waiting.filter((waiting) => !isComplete(waiting));
		return complete.map(({ hit, count, window }) => ({
			trigger: this.#trigger,
			hit: count,
			hitTime: hit.time,
			...extentOf(window, this.#capture),
		}));
	}
}
