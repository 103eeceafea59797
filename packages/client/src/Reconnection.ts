import type { ConnectionCause } from "@gpioscope/protocol";
import { backoff } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import type { StatusBoard } from "./StatusBoard.ts";

/** How one life of a connection ended, or why there was none. */
export interface EndedLife {
	readonly cause: ConnectionCause;
	/** Milliseconds until the next attempt, where the usual growing pause would be wrong. */
	readonly pauseMs?: number | undefined;
}

/** What a connection is that is made again and again. */
export interface ReconnectionOptions {
	readonly board: StatusBoard;
	readonly clock: Clock;
	/** 0 to 1, for the pauses. */
	readonly random: () => number;
	/** Whether its owner has closed it. */
	isOver(): boolean;
	/** Connects, calls back once that is done, and resolves when the connection is over. Never rejects. */
	live(onConnected: () => void): Promise<EndedLife>;
}

/** Makes a connection anew after each end, with growing pauses, and says on the board how it stands. */
export class Reconnection {
	readonly #options: ReconnectionOptions;
	#endPause: (() => void) | undefined;

	constructor(options: ReconnectionOptions) {
		this.#options = options;
	}

	/** Resolves when its owner has closed it. Never rejects. */
	async run(): Promise<void> {
		const { board, random, isOver, live } = this.#options;
		// Listeners are added after construction.
		await Promise.resolve();
		for (let attempt = 1; !isOver(); attempt++) {
			if (attempt > 1) board.set({ kind: "connecting", attempt });
			const { cause, pauseMs } = await live(() => {
				attempt = 1;
			});
			if (isOver()) return;
			const pause = pauseMs ?? backoff(attempt, random());
			board.set({ kind: "disconnected", cause, attempt, retryAt: Date.now() + pause });
			// Whoever hears of it may close it.
			if (isOver()) return;
			await this.#pause(pause);
		}
	}

	/** Ends the present pause, if there is one. */
	goOn(): void {
		this.#endPause?.();
	}

	#pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const cancel = this.#options.clock.after(ms, resolve);
			this.#endPause = () => {
				cancel();
				resolve();
			};
		});
	}
}
