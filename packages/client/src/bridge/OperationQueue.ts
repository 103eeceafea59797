import type { ClientMessage } from "@gpioscope/protocol";
import type { Clock } from "../clock.ts";
import { CommandTimeoutError } from "../errors.ts";
import type { CallOptions } from "../PiTransport.ts";

/** An operation that has no id yet. */
export type Operation = ClientMessage extends infer M
	? M extends ClientMessage
		? Omit<M, "id">
		: never
	: never;

/** An operation between its caller and its answer. */
export interface Asked {
	/** Names it in errors. */
	readonly what: string;
	resolve(result: unknown): void;
	reject(error: unknown): void;
}

interface Waiting extends Asked {
	readonly operation: Operation;
	readonly timeoutMs: number;
	/** Its caller has an answer, or waits no longer. */
	isSettled: boolean;
	/** Undefined until it is sent. */
	id: number | undefined;
	cancelTimeout: () => void;
}

/** The bridge lets 256 wait; some are left for what the client itself asks. */
export const MOST_UNANSWERED = 200;

/** Sends operations in their order, no more at once than the bridge takes, and gives each its answer by its id. */
export class OperationQueue {
	readonly #clock: Clock;
	readonly #timeoutMs: number;
	readonly #send: (message: ClientMessage) => void;
	readonly #unsent: Waiting[] = [];
	/** Sent and unanswered. What nobody waits for any more still counts with the bridge. */
	readonly #sent = new Map<number, Waiting>();
	#lastId = 0;
	#failure: Error | undefined;

	constructor(options: { clock: Clock; timeoutMs: number; send(message: ClientMessage): void }) {
		this.#clock = options.clock;
		this.#timeoutMs = options.timeoutMs;
		this.#send = options.send;
	}

	/**
	 * @param onLate hears of a result that comes when its caller waits no longer
	 * @throws CommandTimeoutError, the signal's reason, what `fail` was given
	 */
	ask(
		operation: Operation,
		what: string,
		{ signal, timeoutMs }: CallOptions,
		onLate?: (result: unknown) => void,
	): Promise<unknown> {
		return new Promise((resolve, reject) => {
			if (this.#failure !== undefined) return reject(this.#failure);
			if (signal?.aborted === true) return reject(signal.reason);
			const abort = () => this.#abandon(waiting, signal?.reason);
			const done = () => {
				waiting.isSettled = true;
				waiting.cancelTimeout();
				signal?.removeEventListener("abort", abort);
			};
			const waiting: Waiting = {
				operation,
				what,
				timeoutMs: timeoutMs ?? this.#timeoutMs,
				id: undefined,
				isSettled: false,
				cancelTimeout: () => {},
				resolve: (result) => {
					if (waiting.isSettled) return onLate?.(result);
					done();
					resolve(result);
				},
				reject: (error) => {
					done();
					reject(error);
				},
			};
			signal?.addEventListener("abort", abort, { once: true });
			this.#unsent.push(waiting);
			this.#pump();
		});
	}

	/** The answer to an id has come. One that nobody waits for is swallowed. */
	answered(id: number, settle: (asked: Asked) => void): void {
		const waiting = this.#sent.get(id);
		if (waiting === undefined) return;
		this.#sent.delete(id);
		settle(waiting);
		this.#pump();
	}

	/** Nothing is answered any more. */
	fail(error: Error): void {
		this.#failure = error;
		const all = [...this.#sent.values(), ...this.#unsent.splice(0)];
		this.#sent.clear();
		for (const waiting of all) waiting.reject(error);
	}

	#pump(): void {
		while (this.#sent.size < MOST_UNANSWERED) {
			const waiting = this.#unsent.shift();
			if (waiting === undefined) return;
			const id = ++this.#lastId;
			waiting.id = id;
			this.#sent.set(id, waiting);
			const { timeoutMs, what } = waiting;
			waiting.cancelTimeout = this.#clock.after(timeoutMs, () =>
				this.#abandon(waiting, new CommandTimeoutError(what, timeoutMs)),
			);
			this.#send({ ...waiting.operation, id } as ClientMessage);
		}
	}

	/** Its caller waits no longer. */
	#abandon(waiting: Waiting, reason: unknown): void {
		if (waiting.id === undefined) this.#unsent.splice(this.#unsent.indexOf(waiting), 1);
		waiting.reject(reason);
	}
}
