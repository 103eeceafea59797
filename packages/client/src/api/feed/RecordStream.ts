import type { Gap } from "../records.ts";
import { type FeedRecord, RecordQueue } from "./RecordQueue.ts";
import type { SharedFeed } from "./SharedFeed.ts";
import type { Watch, WatchOptions } from "./Watch.ts";

/** How records are to be iterated over. */
export interface StreamOptions {
	/** Ends it: the iteration throws the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/**
	 * How many records may wait to be taken; default 10 000. When there are more, the oldest are dropped, and a gap with
	 * cause `slowReader` stands in their place.
	 */
	readonly limit?: number | undefined;
}

const DEFAULT_LIMIT = 10_000;

/**
 * Records in their order, for `for await`. It begins when it is made, not when it is first asked, and goes on until
 * the loop is left, the signal aborts or the client is closed. It throws what keeps it from beginning. A lost
 * connection does not end it: that is a gap.
 */
export class RecordStream<T extends FeedRecord>
	implements AsyncIterableIterator<T | Gap, undefined>, AsyncDisposable
{
	readonly #feed: SharedFeed;
	readonly #watch: Watch;
	readonly #queue: RecordQueue<T>;
	readonly #signal: AbortSignal | undefined;

	/** @internal */
	constructor(
		feed: SharedFeed,
		{ signal, limit = DEFAULT_LIMIT }: StreamOptions,
		watching: (push: (record: T | Gap) => void) => WatchOptions,
	) {
		if (!Number.isInteger(limit) || limit < 1) throw new RangeError("limit must be a whole number from 1 up");
		const queue = new RecordQueue<T>(limit);
		this.#feed = feed;
		this.#queue = queue;
		this.#signal = signal;
		signal?.throwIfAborted();
		const push = (record: T | Gap) => queue.push(record);
		let hasBegun = false;
		const onEnd = (error: unknown) => {
			this.#release();
			if (hasBegun) queue.end();
			else queue.fail(error);
		};
		this.#watch = feed.watch({ onGap: push, onEnd, ...watching(push) });
		this.#watch.ready.then(
			() => {
				hasBegun = true;
			},
			() => {},
		);
		signal?.addEventListener("abort", this.#abort, { once: true });
	}

	/** Resolves when what happens from then on will be told. */
	get ready(): Promise<void> {
		return this.#watch.ready;
	}

	/** The next record, as soon as there is one. */
	next(): Promise<IteratorResult<T | Gap, undefined>> {
		return this.#queue.take();
	}

	/** Ends it, as leaving the loop does. */
	async return(): Promise<IteratorResult<T | Gap, undefined>> {
		this.#release();
		this.#queue.clear();
		this.#queue.end();
		await this.#feed.stop(this.#watch);
		return { done: true, value: undefined };
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.return();
	}

	#release(): void {
		this.#signal?.removeEventListener("abort", this.#abort);
	}

	readonly #abort = () => {
		this.#queue.fail(this.#signal?.reason);
		this.#feed.stop(this.#watch);
	};
}
