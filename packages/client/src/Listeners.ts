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
		for (const listener of [...this.#listeners]) {
			try {
				listener(value);
			} catch (error) {
				queueMicrotask(() => {
					throw error;
				});
			}
		}
	}
}
