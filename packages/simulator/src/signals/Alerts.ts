import { samplesPerCycle } from "@gpioscope/logic";
import type { Cancel, Level, Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";
import type { AlertOptions } from "./AlertOptions.ts";
import type { Events } from "./Events.ts";
import { GlitchFilter } from "./GlitchFilter.ts";
import { NoiseFilter } from "./NoiseFilter.ts";
import type { Notifications } from "./Notifications.ts";
import { ReportEmitter } from "./ReportEmitter.ts";
import type { SampleBuffer } from "./SampleBuffer.ts";
import { SampleRun } from "./SampleRun.ts";
import { Watchdogs } from "./Watchdogs.ts";

/** As many changes the daemon reports in one round; more take several rounds. */
const ROUND = 250;
/** What waking up and working adds to the alert thread's sleep. */
const OVERHEAD: Micros = 48;
/** Sleeps the daemon offers, in microseconds, by the alert frequency of its internals. */
const sleeps = [900, 225, 240, 257, 276, 300, 327, 360, 400, 450, 514, 600, 720, 900, 1200, 1800] as const;

/** Something inside the simulator that follows a GPIO's sampled level, as pigpio's alert functions do. */
type AlertFunction = (gpio: number, level: Level | "timeout", time: Micros) => void;

/** What follows each round: scripts that wait for a change or an event. */
export interface RoundObserver {
	/** The GPIOs it waits for. */
	readonly bits: number;
	onRound(changed: number, events: number): void;
}

/**
 * The daemon's alert thread: about every millisecond it takes the samples of all complete cycles, passes them
 * through the filters and tells everyone who monitors what changed.
 */
export class Alerts implements Source {
	nextTime: Micros = 0;
	/** Whether the thread is kept from working, as by a reader that reads no more. */
	isStopped = false;
	/** Which of the sleeps is in force: bits 4 to 7 of the daemon's internals. */
	frequency = 0;
	readonly glitchFilter = new GlitchFilter();
	readonly noiseFilter = new NoiseFilter();
	readonly watchdogs = new Watchdogs();
	observer: RoundObserver = { bits: 0, onRound: () => {} };
	readonly #engine: Engine;
	readonly #samples: SampleBuffer;
	readonly #notifications: Notifications;
	readonly #events: Events;
	readonly #options: AlertOptions;
	readonly #emitter: ReportEmitter;
	readonly #functions = new Map<number, AlertFunction>();
	#functionBits = 0;
	/** The raw level at the last processed sample, and the level shown after filters. */
	#level: number;
	#oldLevel: number;
	#reportedLevel: number;
	/** The first sample that has not been processed. */
	#next = 0;
	#input = new SampleRun();
	#filtered = new SampleRun();
	readonly #roundSamples = new Float64Array(ROUND);
	readonly #roundLevels = new Int32Array(ROUND);

	constructor(
		engine: Engine,
		samples: SampleBuffer,
		notifications: Notifications,
		events: Events,
		level: number,
		options: AlertOptions,
	) {
		this.#engine = engine;
		this.#samples = samples;
		this.#notifications = notifications;
		this.#events = events;
		this.#options = options;
		this.#level = level;
		this.#oldLevel = level;
		this.#reportedLevel = level;
		this.#emitter = new ReportEmitter(notifications, options);
	}

	/** Calls `fn` for every sampled change and watchdog of a GPIO. */
	follow(gpio: number, fn: AlertFunction): Cancel {
		this.#functions.set(gpio, fn);
		this.#functionBits |= 1 << gpio;
		return () => {
			this.#functions.delete(gpio);
			this.#functionBits &= ~(1 << gpio);
		};
	}

	run(): void {
		const engine = this.#engine;
		engine.time = this.nextTime;
		this.#tick(engine.time);
		const sleep = sleeps[this.frequency] ?? sleeps[0];
		this.nextTime = engine.time + sleep + OVERHEAD;
	}

	#tick(now: Micros): void {
		const { samplePeriod, bufferLength, enabled } = this.#options;
		const end = Math.floor(now / (samplePeriod * samplesPerCycle)) * samplesPerCycle;
		if (!enabled) {
			this.#forget(end);
			return;
		}
		if (this.isStopped || this.#emitter.isHeldUp) {
			this.#forget(end - Math.floor(bufferLength / samplePeriod));
			return;
		}
		const monitored = this.#functionBits | this.#notifications.bits | this.observer.bits;
		let run = this.#gather(end);
		if (run.count > 0) {
			run = this.#filter(run, monitored & this.glitchFilter.bits, this.glitchFilter);
			run = this.#filter(run, monitored & this.noiseFilter.bits, this.noiseFilter);
		}
		this.#report(run, monitored);
	}

	/** Drops samples before `first`: a held up alert thread finds them overwritten. */
	#forget(first: number): void {
		if (first <= this.#next) return;
		const count = this.#samples.countBefore(first);
		if (count > 0) this.#level = this.#samples.levels[count - 1] ?? 0;
		this.#samples.drop(count);
		this.#next = first;
	}

	/** Takes the samples up to `end`. */
	#gather(end: number): SampleRun {
		const run = this.#input;
		run.clear();
		run.end = end;
		if (end <= this.#next) return run;
		const samples = this.#samples;
		const count = samples.countBefore(end);
		if (count === 0 || (samples.samples[0] ?? 0) > this.#next) run.push(this.#next, this.#level);
		for (let i = 0; i < count; i++) run.push(samples.samples[i] ?? 0, samples.levels[i] ?? 0);
		this.#level = run.lastLevel;
		samples.drop(count);
		this.#next = end;
		return run;
	}

	#filter(run: SampleRun, bits: number, filter: GlitchFilter | NoiseFilter): SampleRun {
		if (bits === 0) return run;
		const output = this.#filtered;
		filter.apply(run, output, bits);
		this.#filtered = run;
		this.#input = output;
		return output;
	}

	/** Tells of the monitored changes, in rounds. */
	#report(run: SampleRun, monitored: number): void {
		const { samples, levels, count } = run;
		const roundSamples = this.#roundSamples;
		const roundLevels = this.#roundLevels;
		let old = this.#oldLevel & monitored;
		let changed = 0;
		let inRound = 0;
		for (let i = 0; i < count; i++) {
			const level = levels[i] ?? 0;
			const masked = level & monitored;
			if (masked === old) continue;
			roundSamples[inRound] = samples[i] ?? 0;
			roundLevels[inRound] = level;
			inRound++;
			changed |= masked ^ old;
			old = masked;
			if (inRound < ROUND) continue;
			this.#round(inRound, changed, samples[i] ?? 0, monitored);
			inRound = 0;
			changed = 0;
		}
		this.#oldLevel = old;
		this.#round(inRound, changed, this.#next, monitored);
		if (count > 0) this.#reportedLevel = run.lastLevel;
	}

	/** One round: `count` changed samples, and whatever watchdogs and events are due at sample `end`. */
	#round(count: number, changed: number, end: number, monitored: number): void {
		const time = end * this.#options.samplePeriod;
		const samples = this.#roundSamples;
		const levels = this.#roundLevels;
		if (this.watchdogs.bits !== 0 && count > 0) {
			this.watchdogs.see(samples, levels, count, this.#options.samplePeriod, monitored);
		}
		const events = this.#events.take();
		if ((changed & this.#functionBits) !== 0) this.#callFunctions(count);
		const timeouts = this.watchdogs.bits === 0 ? 0 : this.watchdogs.expire(time);
		if ((timeouts & this.#functionBits) !== 0) this.#callTimeouts(timeouts, time);
		this.#emitter.emit({
			samples,
			levels,
			count,
			changed,
			events,
			timeouts,
			end,
			before: this.#reportedLevel,
		});
		if (((changed & this.observer.bits) | events) !== 0) this.observer.onRound(changed, events);
		if (count > 0) this.#reportedLevel = levels[count - 1] ?? 0;
	}

	#callFunctions(count: number): void {
		let old = this.#reportedLevel;
		for (let i = 0; i < count; i++) {
			const level = this.#roundLevels[i] ?? 0;
			const changes = (level ^ old) & this.#functionBits;
			old = level;
			for (const [gpio, fn] of changes === 0 ? [] : this.#functions) {
				if ((changes & (1 << gpio)) === 0) continue;
				fn(gpio, ((level >>> gpio) & 1) as Level, (this.#roundSamples[i] ?? 0) * this.#options.samplePeriod);
			}
		}
	}

	#callTimeouts(timeouts: number, time: Micros): void {
		for (const [gpio, fn] of this.#functions) {
			if ((timeouts & (1 << gpio)) !== 0) fn(gpio, "timeout", time);
		}
	}
}
