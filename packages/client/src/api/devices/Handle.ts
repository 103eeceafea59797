import type { Args, CommandName, Result } from "@gpioscope/protocol";
import { ClosedError, ConnectionError, NotConnectedError, StaleHandleError } from "../../errors.ts";
import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";

/**
 * Something that was opened in pigpiod and must be given back. pigpiod keeps it over lost connections; when pigpiod is
 * restarted it is gone, and its number may stand for something else: then it is not used again.
 */
export abstract class Handle implements AsyncDisposable {
	readonly #transport: PiTransport;
	readonly #what: string;
	readonly #epoch: number | undefined;
	#isClosed = false;

	constructor(transport: PiTransport, what: string) {
		this.#transport = transport;
		this.#what = what;
		this.#epoch = epochOf(transport);
	}

	/** Gives it back. Once is enough; further calls do nothing, unless it failed. */
	async close(): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		try {
			await this.#giveBack();
		} catch (error) {
			this.#isClosed = false;
			throw error;
		}
	}

	async #giveBack(): Promise<void> {
		if (this.#isStale) return;
		await this.release((name, args, options) => this.#transport.call(name, args, options));
	}

	/** Gives it back at the end of its scope. A connection that was lost meanwhile is no failure of that scope. */
	async [Symbol.asyncDispose](): Promise<void> {
		try {
			await this.close();
		} catch (error) {
			const isGone =
				error instanceof NotConnectedError ||
				error instanceof ConnectionError ||
				error instanceof ClosedError;
			if (!isGone) throw error;
		}
	}

	/** Frees it in pigpiod by this call. */
	protected abstract release(call: Call): Promise<unknown>;

	/** Runs a command on it. */
	protected async call<N extends CommandName>(
		name: N,
		args: Args<N>,
		options?: CallOptions,
	): Promise<Result<N>> {
		if (this.#isClosed) throw new StaleHandleError(`The ${this.#what} is closed.`);
		if (this.#isStale) {
			throw new StaleHandleError(`pigpiod was restarted since the ${this.#what} was opened. Open it again.`);
		}
		return this.#transport.call(name, args, options);
	}

	get #isStale(): boolean {
		const epoch = epochOf(this.#transport);
		return epoch !== undefined && this.#epoch !== undefined && epoch !== this.#epoch;
	}
}

/** The epoch, while there is a connection. */
function epochOf({ status }: PiTransport): number | undefined {
	return status.kind === "live" || status.kind === "stalled" ? status.epoch : undefined;
}
