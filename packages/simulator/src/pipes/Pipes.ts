import type { Sandbox } from "../files/Sandbox.ts";
import { type Fifo, makeFifo } from "./fifo.ts";

/** The pipes of the simulated /dev, all gone when the simulator closes. */
export class Pipes {
	readonly #sandbox: Sandbox | undefined;
	readonly #fifos = new Set<Fifo>();
	readonly #making = new Set<Promise<unknown>>();
	#isClosed = false;

	/** Without a folder there are no pipes. */
	constructor(sandbox: Sandbox | undefined) {
		this.#sandbox = sandbox;
	}

	/** Whether pipes can be made. */
	get hasFolder(): boolean {
		return this.#sandbox !== undefined;
	}

	/**
	 * Makes a pipe.
	 * @param rights as of chmod(1), octal digits
	 * @throws an error that says why it cannot be made
	 */
	async open(name: string, rights: string): Promise<Fifo> {
		if (this.#sandbox === undefined)
			throw new Error(`no pipe ${name}: there is no folder for it; give --files`);
		const making = makeFifo(this.#sandbox, name, rights);
		this.#making.add(making);
		try {
			const fifo = await making;
			return this.#keep(fifo);
		} finally {
			this.#making.delete(making);
		}
	}

	/** Removes all pipes, also those that are being made. */
	async close(): Promise<void> {
		this.#isClosed = true;
		await Promise.allSettled(this.#making);
		for (const fifo of [...this.#fifos]) fifo.remove();
	}

	#keep(fifo: Fifo): Fifo {
		if (this.#isClosed) {
			fifo.remove();
			throw new Error("the simulator has closed");
		}
		const kept: Fifo = {
			descriptor: fifo.descriptor,
			handOver: () => fifo.handOver(),
			remove: () => {
				if (this.#fifos.delete(kept)) fifo.remove();
			},
		};
		this.#fifos.add(kept);
		return kept;
	}
}
