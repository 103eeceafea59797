import { LONGEST_TIMER_MS } from "../clock.ts";
import { WaveBusyError } from "../errors.ts";

/** Lets one after another have something, in the order they asked. */
export class Turns {
	#isTaken = false;
	readonly #waiting = new Set<() => void>();

	/** Somebody has it, or is about to. */
	get isTaken(): boolean {
		return this.#isTaken;
	}

	/**
	 * Resolves when it is one's turn, with the function that ends it.
	 * @throws the reason of the signal when that comes first
	 */
	take(signal?: AbortSignal): Promise<() => void> {
		return new Promise((resolve, reject) => {
			signal?.throwIfAborted();
			const begin = () => {
				this.#isTaken = true;
				signal?.removeEventListener("abort", leave);
				this.#waiting.delete(begin);
				resolve(this.#end());
			};
			const leave = () => {
				this.#waiting.delete(begin);
				reject(signal?.reason);
			};
			if (!this.#isTaken) begin();
			else {
				this.#waiting.add(begin);
				signal?.addEventListener("abort", leave, { once: true });
			}
		});
	}

	/**
	 * The same with a limit of milliseconds, `Infinity` for none. `what` names in the error what waits.
	 * @throws WaveBusyError when the turn does not come in time
	 */
	async takeWithin(what: string, timeoutMs: number, signal?: AbortSignal): Promise<() => void> {
		if (timeoutMs > LONGEST_TIMER_MS) return this.take(signal);
		const patience = AbortSignal.timeout(timeoutMs);
		try {
			return await this.take(signal === undefined ? patience : AbortSignal.any([signal, patience]));
		} catch (error) {
			if (error !== patience.reason) throw error;
			throw new WaveBusyError(what, timeoutMs);
		}
	}

	#end(): () => void {
		let isOver = false;
		return () => {
			if (isOver) return;
			isOver = true;
			this.#isTaken = false;
			const [next] = this.#waiting;
			next?.();
		};
	}
}
