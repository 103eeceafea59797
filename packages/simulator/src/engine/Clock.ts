import type { Micros } from "../devices/Device.ts";

/** What a simulator takes its time from. */
export interface Clock {
	/** The current moment: whole microseconds, never falling. */
	now(): Micros;
	/**
	 * Calls `pump` whenever time may have passed, until stopped. `pump` says when it wants to be called again
	 * at the latest; a real clock may be a little late.
	 */
	run(pump: () => Micros): Running;
}

/** A clock's hold on what it drives. */
export interface Running {
	/** Something has become due earlier than the pump said: call it soon. */
	wake(): void;
	stop(): void;
}

/** Below this the machine's timers are too coarse and the clock polls instead. */
const POLL_BELOW: Micros = 700;

/** Time as it passes, from the machine's monotonic clock. */
export class RealClock implements Clock {
	readonly #origin = performance.now();

	now(): Micros {
		return Math.floor((performance.now() - this.#origin) * 1000);
	}

	run(pump: () => Micros): Running {
		let isRunning = true;
		let timer: NodeJS.Timeout | undefined;
		let immediate: NodeJS.Immediate | undefined;
		const turn = () => {
			immediate = undefined;
			if (!isRunning) return;
			const wait = pump() - this.now();
			if (wait < POLL_BELOW) soon();
			else timer = setTimeout(turn, Math.max(1, Math.floor(wait / 1000)));
		};
		const soon = () => {
			clearTimeout(timer);
			immediate ??= setImmediate(turn);
		};
		soon();
		return {
			wake: soon,
			stop: () => {
				isRunning = false;
				clearTimeout(timer);
				clearImmediate(immediate);
			},
		};
	}
}

/** Time that passes only when it is told to; for tests. */
export class VirtualClock implements Clock {
	#now: Micros = 0;
	readonly #pumps = new Set<() => Micros>();

	now(): Micros {
		return this.#now;
	}

	run(pump: () => Micros): Running {
		this.#pumps.add(pump);
		pump();
		return { wake: () => {}, stop: () => this.#pumps.delete(pump) };
	}

	/** Lets `micros` pass; everything due until then has happened when this returns. */
	advance(micros: Micros): void {
		this.#now += micros;
		for (const pump of this.#pumps) pump();
	}
}
