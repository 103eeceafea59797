/** Events per second, from a counter looked at now and then. */
export class RateMeter {
	#count = 0;
	#atMs: number;

	constructor(nowMs: number) {
		this.#atMs = nowMs;
	}

	/** The mean rate since the last look. */
	look(count: number, nowMs: number): number {
		const seconds = (nowMs - this.#atMs) / 1000;
		const rate = seconds > 0 ? Math.round((count - this.#count) / seconds) : 0;
		this.#count = count;
		this.#atMs = nowMs;
		return rate;
	}
}
