import type { ArrivalPattern } from "../../bridge/Arrivals.ts";

/** Room for one frame and one question to the worker, µs: what is not known to take less. */
export const HEADROOM = 24_000;
/** A distance this large is a new start, not jitter, µs. */
const JUMP = 700_000;
/** Time in which a deviation is worn down to a third, ms. */
const SLEW_MS = 400;
/** The newest data may be this late before the edge runs ahead of it and shows the missing part, µs. */
const LONGEST_LAG = 400_000;

/**
 * The capture time to show at the right edge of a live view. Data comes in uneven beats; this runs evenly, just late
 * enough that data is there when it is drawn.
 */
export class LiveEdge {
	/** How old data at hand is when it is drawn, µs. */
	headroom = HEADROOM;
	#pattern: ArrivalPattern | undefined;
	/** Offset in use, µs; undefined before the first observation. */
	#offset: number | undefined;
	#last = 0;

	/** Notes how data arrives, by the page's clock. */
	observe(pattern: ArrivalPattern): void {
		this.#pattern = pattern;
	}

	/** Capture time of the right edge at page time `now` ms; undefined while nothing is known. */
	at(now: number): number | undefined {
		if (this.#pattern === undefined) return undefined;
		const { lead, lag } = this.#pattern;
		const target = lead - Math.min(lag, LONGEST_LAG) - this.headroom;
		const current = this.#offset;
		if (current === undefined || Math.abs(target - current) > JUMP) this.#offset = target;
		else this.#offset = current + (target - current) * (1 - Math.exp(-(now - this.#last) / SLEW_MS));
		this.#last = now;
		return now * 1000 + (this.#offset ?? target);
	}
}
