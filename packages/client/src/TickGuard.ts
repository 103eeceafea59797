/** Ticks may come in another order than they were made, but not by this much, in microseconds. */
const DISORDER_MICROS = 1_000_000;
/** A 32-bit tick cannot be unwrapped over more than half its range; far below that, doubt begins. */
const UNEXPLAINED_MS = 600_000;

/**
 * Notices that the daemon's timer is not the one from before: it jumped back, or much farther ahead than time has
 * passed here, as after this computer slept. Times before and after cannot be compared then.
 */
export class TickGuard {
	#tick: number | undefined;
	#atMs = 0;

	/** True if a tick read at that moment of the client's clock can follow the ones before. */
	accepts(tick: number, nowMs: number): boolean {
		const last = this.#tick;
		const passedMs = nowMs - this.#atMs;
		this.#tick = tick;
		this.#atMs = nowMs;
		if (last === undefined) return true;
		const step = (tick - last) | 0;
		return step > -DISORDER_MICROS && step / 1000 - passedMs < UNEXPLAINED_MS;
	}
}
