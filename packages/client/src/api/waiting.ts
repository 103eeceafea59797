import { LONGEST_TIMER_MS, systemClock } from "../clock.ts";
import type { SharedFeed } from "./feed/SharedFeed.ts";
import type { WatchOptions } from "./feed/Watch.ts";

/** How long to wait for an edge or an event. */
export interface WaitOptions {
	/** Milliseconds until it gives up; default 60 000. `Infinity` waits for ever. */
	readonly timeoutMs?: number | undefined;
	/** Gives up: the wait rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** Waits for the first thing that `watching` finds; undefined when the time is over. */
export async function waitFor<T>(
	feed: SharedFeed,
	{ timeoutMs = DEFAULT_TIMEOUT_MS, signal }: WaitOptions,
	watching: (found: (value: T) => void) => WatchOptions,
): Promise<T | undefined> {
	if (!(timeoutMs >= 0) || (timeoutMs > LONGEST_TIMER_MS && timeoutMs !== Number.POSITIVE_INFINITY)) {
		throw new RangeError(`timeoutMs must be from 0 to ${LONGEST_TIMER_MS} ms or Infinity`);
	}
	signal?.throwIfAborted();
	const release: (() => void)[] = [];
	try {
		return await new Promise<T | undefined>((resolve, reject) => {
			const watch = feed.watch({ ...watching(resolve), onEnd: reject });
			release.push(() => feed.stop(watch));
			watch.ready.catch(reject);
			release.push(systemClock.after(timeoutMs, () => resolve(undefined)));
			const abort = () => reject(signal?.reason);
			signal?.addEventListener("abort", abort, { once: true });
			release.push(() => signal?.removeEventListener("abort", abort));
		});
	} finally {
		for (const each of release) each();
	}
}
