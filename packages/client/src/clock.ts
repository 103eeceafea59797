/** Time as the client sees it, so that tests can run it by hand. */
export interface Clock {
	/** Monotonic milliseconds, with fractions. */
	now(): number;
	/** Runs once after that many milliseconds; the function returned cancels it. */
	after(ms: number, run: () => void): () => void;
}

/** The computer's own monotonic clock. */
export const systemClock: Clock = {
	now: () => performance.now(),
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};
