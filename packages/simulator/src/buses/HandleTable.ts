/** What is open, by the handles the daemon gives: always the lowest free one. */
export class HandleTable<T> {
	readonly #slots: (T | undefined)[];

	constructor(size: number) {
		this.#slots = Array.from({ length: size }, () => undefined);
	}

	get isFull(): boolean {
		return !this.#slots.includes(undefined);
	}

	/** @returns the handle, -1 if there is none left */
	open(value: T): number {
		const handle = this.#slots.indexOf(undefined);
		if (handle >= 0) this.#slots[handle] = value;
		return handle;
	}

	get(handle: number): T | undefined {
		return this.#slots[handle];
	}

	close(handle: number): void {
		this.#slots[handle] = undefined;
	}

	/** How much of what is open fulfils the condition. */
	count(condition: (value: T) => boolean): number {
		return this.#slots.filter((value) => value !== undefined && condition(value)).length;
	}
}
