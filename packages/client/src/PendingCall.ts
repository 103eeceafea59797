import { type Args, type CommandName, decodeResponse, type ResponseFrame } from "@gpioscope/protocol";

/** Hears of every command that pigpiod has carried out. */
export interface ResultListener {
	/** @param isLate the caller has given up waiting, so nobody else learns of the result */
	onResult(name: CommandName, args: Args<CommandName>, result: unknown, isLate: boolean): void;
}

export interface PendingCallOptions {
	readonly name: CommandName;
	readonly args: Args<CommandName>;
	/** The request as it goes out. */
	readonly bytes: Uint8Array;
	/** Milliseconds until the caller gives up. */
	readonly timeoutMs: number;
	/** Milliseconds after which silence means that nothing will come any more; at least timeoutMs. */
	readonly patienceMs: number;
	readonly signal: AbortSignal | undefined;
	readonly listener: ResultListener;
	resolve(result: unknown): void;
	reject(reason: unknown): void;
}

/** One command between its caller and its reply. It settles once; a later reply is only told to the listener. */
export class PendingCall {
	/** Moments of the client's clock, set when it is sent. */
	deadlineMs: number = Number.POSITIVE_INFINITY;
	silentAfterMs: number = Number.POSITIVE_INFINITY;
	readonly #options: PendingCallOptions;
	#isSettled = false;
	#abort: (() => void) | undefined;

	constructor(options: PendingCallOptions) {
		this.#options = options;
		if (options.signal !== undefined) this.#obey(options.signal);
	}

	get name(): CommandName {
		return this.#options.name;
	}

	get bytes(): Uint8Array {
		return this.#options.bytes;
	}

	get timeoutMs(): number {
		return this.#options.timeoutMs;
	}

	/** The caller has its answer, or waits no longer. */
	get isSettled(): boolean {
		return this.#isSettled;
	}

	/** Its time runs from now on. */
	sent(nowMs: number): void {
		this.deadlineMs = nowMs + this.#options.timeoutMs;
		this.silentAfterMs = nowMs + this.#options.patienceMs;
	}

	/** Gives it its reply. */
	settle(frame: ResponseFrame): void {
		const { name, args, listener } = this.#options;
		let result: unknown;
		try {
			result = decodeResponse(name, frame);
		} catch (error) {
			this.fail(error);
			return;
		}
		const isLate = this.#isSettled;
		listener.onResult(name, args, result, isLate);
		if (isLate) return;
		this.#end();
		this.#options.resolve(result);
	}

	/** Ends the wait with an error. Without effect when it has ended. */
	fail(error: unknown): void {
		if (this.#isSettled) return;
		this.#end();
		this.#options.reject(error);
	}

	#obey(signal: AbortSignal): void {
		const abort = () => this.fail(signal.reason);
		this.#abort = abort;
		signal.addEventListener("abort", abort);
	}

	#end(): void {
		this.#isSettled = true;
		if (this.#abort !== undefined) this.#options.signal?.removeEventListener("abort", this.#abort);
	}
}
