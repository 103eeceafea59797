/** Time as the client sees it, so that tests can run it by hand. */
export interface Clock {
	/** Monotonic milliseconds, with fractions. */
	now(): number;
	/** Runs once after that many milliseconds, or never after `Infinity`; the function returned cancels it. */
	after(ms: number, run: () => void): () => void;
}

/** The longest time that a timer of Node or a browser can wait, 24 days; it takes a longer one for none at all. */
export const LONGEST_TIMER_MS = 0x7fff_ffff;

/** The computer's own monotonic clock. */
export const systemClock: Clock = {
	now: () => performance.now(),
	after(ms, run) {
		if (ms === Number.POSITIVE_INFINITY) return () => {};
		const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER_MS));
		return () => clearTimeout(timer);
	},
};
