import type { Clock } from "@gpioscope/client";

/** When a block goes out. Milliseconds. */
export const pace = {
	/** Blocks are at least this far apart; what comes later goes out at once. */
	spacingMs: 8,
	/** With many changes, blocks are nearer: each is worth a message of its own, and the newest is seen sooner. */
	busySpacingMs: 5,
	/** Idle lines are reported this often. */
	idleMs: 100,
} as const;

/** So many in one block are many. */
const BUSY_CHANGES = 1000;

/**
 * Decides when to flush: at once when traffic is low, else in steps, and regularly when nothing happens. An
 * edge on a quiet line so reaches a page with no delay, and a flood costs no more than 200 messages a second.
 */
export class BlockPacer {
	readonly #clock: Clock;
	readonly #flush: () => void;
	#cancel: (() => void) | undefined;
	#lastMs = Number.NEGATIVE_INFINITY;
	#isWaiting = false;
	#pending = 0;
	#wasBusy = false;

	constructor(clock: Clock, flush: () => void) {
		this.#clock = clock;
		this.#flush = flush;
	}

	start(): void {
		this.stop();
		this.#wait(pace.idleMs);
	}

	stop(): void {
		this.#cancel?.();
		this.#cancel = undefined;
		this.#isWaiting = false;
	}

	/** Something arrived; so many changes are pending. */
	arrived(changes: number): void {
		this.#pending = changes;
		if (this.#isWaiting || this.#cancel === undefined) return;
		const spacing = this.#wasBusy ? pace.busySpacingMs : pace.spacingMs;
		const pause = this.#lastMs + spacing - this.#clock.now();
		if (pause <= 0) {
			this.#run();
		} else {
			this.#isWaiting = true;
			this.#wait(pause);
		}
	}

	#wait(ms: number): void {
		this.#cancel?.();
		this.#cancel = this.#clock.after(ms, this.#run);
	}

	readonly #run = () => {
		this.#isWaiting = false;
		this.#wasBusy = this.#pending > BUSY_CHANGES;
		this.#pending = 0;
		this.#lastMs = this.#clock.now();
		this.#wait(pace.idleMs);
		this.#flush();
	};
}
