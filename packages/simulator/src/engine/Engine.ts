import type { Cancel, Micros } from "../devices/Device.ts";
import { TimerQueue } from "./TimerQueue.ts";

/**
 * Something that acts at moments it knows beforehand. `run` performs every action due up to `engine.horizon`,
 * in order, setting `engine.time` before each, and leaves the next moment in `nextTime`.
 */
export interface Source {
	/** When it next acts; Infinity when idle. Set outside of `run`, it must be followed by `engine.hurry`. */
	nextTime: Micros;
	run(): void;
}

/**
 * Plays the actions of all sources and timers in the order of their times. There is no ticking: time jumps
 * from action to action, and a source that alone has something to do runs on undisturbed, which is what makes
 * a million edges a second cheap.
 */
export class Engine {
	/** The moment that is being played. */
	time: Micros = 0;
	/** How far the running source may go: it may shrink while it runs. */
	horizon: Micros = 0;
	readonly #sources: Source[] = [];
	readonly #timers = new TimerQueue();
	readonly #onError: (error: unknown) => void;

	/** `onError` is told what a timer's callback threw; time goes on. */
	constructor(onError: (error: unknown) => void) {
		this.#onError = onError;
	}

	/** Adds a source. Of actions due at one moment those of sources added earlier come first, timers last. */
	add(source: Source): void {
		this.#sources.push(source);
	}

	/** Calls `fn` at `time`, or as soon as possible if that is past. */
	at(time: Micros, fn: () => void): Cancel {
		this.hurry(time);
		return this.#timers.add(Math.max(time, this.time), fn);
	}

	/** Tells the engine that something is now due at `time`. */
	hurry(time: Micros): void {
		if (time < this.horizon) this.horizon = Math.max(time, this.time);
	}

	/** Calls back into code that may be wrong: what it throws is told, and time goes on. */
	guard(fn: () => void): void {
		try {
			fn();
		} catch (error) {
			this.#onError(error);
		}
	}

	/** The next moment at which a timer is due. */
	get nextTimer(): Micros {
		return this.#timers.nextTime;
	}

	/** Plays everything that is due up to and including `target`. */
	runTo(target: Micros): void {
		if (target < this.time) return;
		for (;;) {
			let first: Source | undefined;
			let firstTime = Number.POSITIVE_INFINITY;
			let secondTime = Number.POSITIVE_INFINITY;
			for (const source of this.#sources) {
				const time = source.nextTime;
				if (time < firstTime) {
					secondTime = firstTime;
					firstTime = time;
					first = source;
				} else if (time < secondTime) secondTime = time;
			}
			const timerTime = this.#timers.nextTime;
			if (Math.min(firstTime, timerTime) > target) break;
			if (timerTime < firstTime || first === undefined) {
				this.#runTimer();
			} else {
				this.horizon = Math.min(target, secondTime, timerTime);
				first.run();
			}
		}
		this.time = target;
		this.horizon = target;
	}

	#runTimer(): void {
		const timer = this.#timers.take();
		if (timer === undefined) return;
		this.time = Math.max(timer.time, this.time);
		this.horizon = this.time;
		this.guard(timer.fn);
	}
}
