/** Functions that want to hear of something. */
export class Listeners<T> {
	readonly #listeners = new Set<(value: T) => void>();

	/** Returns a function that removes the listener again. */
	add(listener: (value: T) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** A listener that throws keeps neither the others nor the caller from going on; its error is thrown on its own. */
	tell(value: T): void {
		for (const listener of [...this.#listeners]) runApart(() => listener(value));
	}
}

/** Runs a user's function; what it throws is thrown on its own, as from a timer. */
export function runApart(run: () => void): void {
	try {
		run();
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}
