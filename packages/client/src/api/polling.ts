import { systemClock } from "../clock.ts";

/** How long to wait for something that pigpiod does not report. */
export interface PollOptions {
	/** Milliseconds until it gives up; by default it waits for ever. */
	readonly timeoutMs?: number | undefined;
	/** Milliseconds between two questions; default 10. */
	readonly intervalMs?: number | undefined;
	/** Gives up: the wait rejects with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
}

const DEFAULT_INTERVAL_MS = 10;

/** Asks until there is an answer; undefined when the time is over. */
export async function pollUntil<T>(
	ask: () => Promise<T | undefined>,
	{ timeoutMs = Number.POSITIVE_INFINITY, intervalMs = DEFAULT_INTERVAL_MS, signal }: PollOptions,
): Promise<T | undefined> {
	const end = systemClock.now() + timeoutMs;
	for (;;) {
		signal?.throwIfAborted();
		const answer = await ask();
		const leftMs = end - systemClock.now();
		if (answer !== undefined || leftMs <= 0) return answer;
		await pause(Math.min(intervalMs, leftMs), signal);
	}
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const abort = () => {
			cancel();
			reject(signal?.reason);
		};
		const cancel = systemClock.after(ms, () => {
			signal?.removeEventListener("abort", abort);
			resolve();
		});
		signal?.addEventListener("abort", abort, { once: true });
	});
}
