import type { SharedFeed } from "./feed/SharedFeed.ts";
import type { Watch, WatchOptions } from "./feed/Watch.ts";
import type { Edge, Gap, PiEvent, WatchdogTimeout } from "./records.ts";

/** Hears of the changes of a GPIO, and of its watchdog: then `level` is 2. */
export type EdgeListener = (record: Edge | WatchdogTimeout) => void;

/** Hears of an event. */
export type EventListener = (event: PiEvent) => void;

/** What else a callback is to do. */
export interface CallbackOptions {
	/** Hears of stretches in which something may have been missed: told when one begins and, with `to`, when it is over. */
	readonly onGap?: ((gap: Gap) => void) | undefined;
	/** Gives up waiting for the callback to begin, and later cancels it. */
	readonly signal?: AbortSignal | undefined;
}

/** Something that calls back until it is cancelled, and counts. */
export class Callback implements AsyncDisposable {
	readonly #feed: SharedFeed;
	readonly #watch: Watch;
	readonly #release: () => void;
	#count = 0;

	/** Begins; resolves when all that happens from then on is told. @internal */
	static async begin(
		feed: SharedFeed,
		{ onGap, signal }: CallbackOptions,
		watching: (count: () => void) => WatchOptions,
	): Promise<Callback> {
		signal?.throwIfAborted();
		const options = watching(() => {
			callback.#count++;
		});
		const callback = new Callback(feed, onGap === undefined ? options : { ...options, onGap }, signal);
		try {
			await callback.#begun(signal);
			return callback;
		} catch (error) {
			callback.#release();
			throw error;
		}
	}

	private constructor(feed: SharedFeed, options: WatchOptions, signal: AbortSignal | undefined) {
		this.#feed = feed;
		this.#watch = feed.watch(options);
		const cancel = () => {
			this.cancel();
		};
		signal?.addEventListener("abort", cancel, { once: true });
		this.#release = () => signal?.removeEventListener("abort", cancel);
	}

	/** How often it was called since it began or was reset. */
	tally(): number {
		return this.#count;
	}

	/** Counts from 0 again. */
	resetTally(): void {
		this.#count = 0;
	}

	/** Ends it: from now on it is not called. Resolves when pigpiod has been told. */
	cancel(): Promise<void> {
		this.#release();
		return this.#feed.stop(this.#watch);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.cancel();
	}

	#begun(signal: AbortSignal | undefined): Promise<void> {
		return new Promise((resolve, reject) => {
			const abort = () => reject(signal?.reason);
			signal?.addEventListener("abort", abort, { once: true });
			this.#watch.ready.then(resolve, reject).finally(() => signal?.removeEventListener("abort", abort));
		});
	}
}
