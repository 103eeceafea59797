const FIRST_MS = 200;

/** Longest pause between two attempts to connect. */
export const LONGEST_PAUSE_MS = 5000;

/**
 * How long to wait before the next attempt, in milliseconds: exponential with full jitter, so that many clients of
 * one rebooting Pi do not come back in step.
 * @param attempt 1 after the first failure
 * @param random 0 to 1
 */
export function backoff(attempt: number, random: number = Math.random()): number {
	const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
	return Math.round(ceiling * random);
}
