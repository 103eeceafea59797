import type { Call, CallOptions } from "../PiTransport.ts";
import { Turns } from "./Turns.ts";

/** Lets one at a time build waves: pigpiod has one waveform under construction for everybody. */
export class WaveTurns {
	readonly #turns = new Turns();
	readonly #timeoutMs: number;

	/** @param timeoutMs how long to wait for one's turn */
	constructor(timeoutMs: number) {
		this.#timeoutMs = timeoutMs;
	}

	/** Sends one command that changes the waveform; it waits while somebody has the turn. */
	async send<T>(what: string, options: CallOptions, send: () => Promise<T>): Promise<T> {
		if (!this.#turns.isTaken) return send();
		const leave = await this.#take(what, options);
		try {
			// The turn is over when the command is on its way: what follows it comes after it.
			return send();
		} finally {
			leave();
		}
	}

	/** Keeps the turn until the work has ended, well or not. */
	async during<T>(work: () => Promise<T>, what?: string, options: CallOptions = {}): Promise<T> {
		const leave = what === undefined ? await this.#turns.take() : await this.#take(what, options);
		try {
			return await work();
		} finally {
			leave();
		}
	}

	/** Keeps the turn while `work` calls; what it calls after its end is refused. */
	transaction<T>(call: Call, work: (call: Call) => Promise<T>): Promise<T> {
		return this.during(async () => {
			let isOver = false;
			const callWhile: Call = (name, args, options) =>
				isOver ? Promise.reject(new Error("The wave transaction is over.")) : call(name, args, options);
			try {
				return await work(callWhile);
			} finally {
				isOver = true;
			}
		});
	}

	#take(what: string, { signal, timeoutMs = this.#timeoutMs }: CallOptions): Promise<() => void> {
		return this.#turns.takeWithin(what, timeoutMs, signal);
	}
}
