/** Keys that may wait; a held key repeats faster than a slow machine answers. */
const MOST_WAITING = 32;
/** After so long what was begun is not waited for any more, milliseconds. */
const LONGEST_WAIT = 2000;

type Run = () => unknown;

/**
 * Does things in the order in which they were asked for, also where one has to wait for an answer before it has its
 * effect: `←` moves blue when the worker has found the edge, and the `1` typed after it belongs there.
 */
export class Turns {
	readonly #onError: (error: unknown) => void;
	readonly #waiting: Run[] = [];
	#isBusy = false;

	/** @param onError hears what went wrong with things that were waited for. */
	constructor(onError: (error: unknown) => void) {
		this.#onError = onError;
	}

	/** Whether what is asked for now has to wait. */
	get isBusy(): boolean {
		return this.#isBusy;
	}

	/** Does it now, or as soon as what came before is done; a promise it returns is waited for. */
	take(run: Run): void {
		if (!this.#isBusy) this.#start(run);
		else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(run);
	}

	#start(run: Run): void {
		const done = run();
		if (!(done instanceof Promise)) return;
		this.#isBusy = true;
		let isOver = false;
		const end = (): void => {
			if (isOver) return;
			isOver = true;
			clearTimeout(timer);
			this.#isBusy = false;
			this.#goOn();
		};
		const timer = setTimeout(end, LONGEST_WAIT);
		done.catch(this.#onError).finally(end);
	}

	#goOn(): void {
		while (!this.#isBusy) {
			const next = this.#waiting.shift();
			if (next === undefined) return;
			try {
				this.#start(next);
			} catch (error) {
				this.#onError(error);
			}
		}
	}
}
