import type { BlockAnchor, BlockEvent, BlockGap, BlockWatchdog } from "@gpioscope/protocol";
import { Capture, type CaptureOptions } from "./Capture.ts";

/** How many changes are collected before they enter the capture. */
const BATCH = 2 ** 16;
/** The farthest that a change may lie behind the first one of its batch, in ticks. */
const BATCH_SPAN = 2 ** 32 - 1;

export interface BuilderOptions extends CaptureOptions {
	/** One moment on both clocks: ticks of the capture, milliseconds since 1970. */
	readonly anchor?: BlockAnchor | undefined;
}

/** Time has gone back. */
export class TimeOrderError extends RangeError {
	/** The offending time, in ticks. */
	readonly time: number;
	/** The time that came before it, in ticks. */
	readonly last: number;

	constructor(time: number, last: number) {
		super(`Time goes back (${time} after ${last}).`);
		this.name = "TimeOrderError";
		this.time = time;
		this.last = last;
	}
}

/**
 * Fills a capture with changes from anywhere but pigpiod, such as a file. Times are ticks of the capture, in order.
 * The capture may be looked at from the beginning; it holds everything up to the last `flush`.
 */
export class CaptureBuilder {
	readonly capture: Capture;
	readonly #anchor: BlockAnchor | undefined;
	readonly #times = new Uint32Array(BATCH);
	readonly #levels = new Uint32Array(BATCH);
	#count = 0;
	#base = 0;
	#firstLevel = 0;
	#level = 0;
	#known = 0;
	#last = 0;
	#blocks = 0;
	#gaps: BlockGap[] = [];
	#watchdogs: BlockWatchdog[] = [];
	#events: BlockEvent[] = [];

	constructor({ anchor, ...options }: BuilderOptions = {}) {
		this.capture = new Capture({ limit: Number.POSITIVE_INFINITY, ...options });
		this.#anchor = anchor;
	}

	/** The level word after what came last. */
	get level(): number {
		return this.#level;
	}

	/** The channels known after what came last. */
	get known(): number {
		return this.#known;
	}

	/** The time that came last. */
	get time(): number {
		return this.#last;
	}

	/** Before the first change: when the capture begins, with which levels, and which of them are known. */
	begin(time: number, level: number, known: number): void {
		this.#last = time;
		this.#restart(time, level, known);
	}

	/** A change: the level word after it. @throws TimeOrderError when it lies before what came last. */
	change(time: number, level: number): void {
		if (this.#count === BATCH || time - this.#base > BATCH_SPAN) this.#next(time);
		if (time < this.#last) throw new TimeOrderError(time, this.#last);
		this.#times[this.#count] = time - this.#base;
		this.#levels[this.#count++] = level;
		this.#last = time;
		this.#level = level;
	}

	/** From a time on other channels are known; those that were and stay known have the level they had. */
	know(time: number, level: number, known: number): void {
		this.#advance(time);
		this.flush(time);
		this.#restart(time, level, known);
	}

	/** Nothing is known in a stretch that begins no earlier than the last flush. */
	gap(gap: BlockGap): void {
		this.#gaps.push(gap);
	}

	watchdog(time: number, gpio: number): void {
		this.#advance(time);
		this.#watchdogs.push({ time, gpio });
	}

	event(time: number, event: number): void {
		this.#advance(time);
		this.#events.push({ time, event });
	}

	/** Puts what came into the capture, which then is known until `end`, at least the last time. */
	flush(end = this.#last): void {
		this.#advance(end);
		this.capture.append({
			target: 0,
			epoch: 1,
			number: this.#blocks++,
			baseTime: this.#base,
			endTime: this.#last,
			firstLevel: this.#firstLevel,
			known: this.#known,
			times: this.#times,
			levels: this.#levels,
			count: this.#count,
			gaps: this.#gaps,
			watchdogs: this.#watchdogs,
			events: this.#events,
			...(this.#anchor && { anchor: this.#anchor }),
		});
		this.#gaps = [];
		this.#watchdogs = [];
		this.#events = [];
		this.#restart(this.#last, this.#level, this.#known);
	}

	#advance(time: number): void {
		if (time < this.#last) throw new TimeOrderError(time, this.#last);
		this.#last = time;
	}

	/** Goes on in another batch, so that a change at `time` is within its reach. */
	#next(time: number): void {
		this.flush();
		if (time - this.#base <= BATCH_SPAN) return;
		this.flush(time);
	}

	#restart(time: number, level: number, known: number): void {
		this.#base = time;
		this.#firstLevel = level;
		this.#level = level;
		this.#known = known;
		this.#count = 0;
	}
}
