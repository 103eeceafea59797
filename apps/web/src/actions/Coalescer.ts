/**
 * Sends values one at a time: while one is on its way only the newest further one is kept, and the last
 * value given is always sent. For sliders: the daemon gets as many commands as it answers, and ends right.
 */
export class Coalescer<T> {
	readonly #send: (value: T) => Promise<void>;
	#next: { readonly value: T } | undefined;
	#running = false;

	/** `send` settles when the command was answered; it reports its own errors, a rejection ends only that send. */
	constructor(send: (value: T) => Promise<void>) {
		this.#send = send;
	}

	/** True while a value is on its way. */
	get busy(): boolean {
		return this.#running;
	}

	/** Sends a value now, or after the one on its way. */
	push(value: T): void {
		this.#next = { value };
		if (!this.#running) void this.#run();
	}

	async #run(): Promise<void> {
		this.#running = true;
		try {
			for (let next = this.#take(); next !== undefined; next = this.#take()) await this.#send(next.value);
		} finally {
			this.#running = false;
		}
	}

	#take(): { readonly value: T } | undefined {
		const next = this.#next;
		this.#next = undefined;
		return next;
	}
}
