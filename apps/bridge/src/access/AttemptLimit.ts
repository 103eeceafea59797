const WINDOW_MS = 60_000;
const MOST_FAILURES = 10;
const MOST_ADDRESSES = 1000;

/** Slows down guessing: after some wrong tokens within a minute an address must wait. */
export class AttemptLimit {
	readonly #now: () => number;
	readonly #failures = new Map<string, { count: number; sinceMs: number }>();

	constructor(now: () => number) {
		this.#now = now;
	}

	/** True while this address must wait. */
	isBlocked(address: string): boolean {
		const entry = this.#failures.get(address);
		if (entry === undefined) return false;
		if (this.#now() - entry.sinceMs > WINDOW_MS) {
			this.#failures.delete(address);
			return false;
		}
		return entry.count >= MOST_FAILURES;
	}

	/** A wrong token came from there. */
	failed(address: string): void {
		const entry = this.#failures.get(address);
		if (entry !== undefined) {
			entry.count++;
			return;
		}
		if (this.#failures.size >= MOST_ADDRESSES) this.#failures.clear();
		this.#failures.set(address, { count: 1, sinceMs: this.#now() });
	}
}
