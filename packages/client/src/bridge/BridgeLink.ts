import {
	type ClientMessage,
	type ConnectionCause,
	parseServerMessage,
	type ServerMessage,
	type ServerMessageOf,
} from "@gpioscope/protocol";
import type { Clock } from "../clock.ts";
import { ConnectionError } from "../errors.ts";
import type { CallOptions } from "../PiTransport.ts";
import { BridgeError, errorOf } from "./BridgeError.ts";
import { type Asked, type Operation, OperationQueue } from "./OperationQueue.ts";
import type { CloseLike, MessageLike, WebSocketLike } from "./WebSocketLike.ts";

export interface BridgeLinkOptions {
	/** Opens the WebSocket; may throw. */
	open(): WebSocketLike;
	readonly clock: Clock;
	/** Ends it, at any time. */
	readonly signal: AbortSignal;
	/** For the greeting and for each answer. */
	readonly timeoutMs: number;
	/** Hears the greeting, at once: what follows it must find it taken in. */
	onHello(link: BridgeLink, hello: ServerMessageOf<"hello">): void;
	/** Hears what is no answer. */
	onMessage(message: ServerMessage): void;
	onBlock(bytes: Uint8Array): void;
	onProblem(error: unknown): void;
}

/** How often silence is looked for, and after how much of it the connection counts as dead. Milliseconds. */
const LOOK_MS = 5000;
const SILENCE_MS = 20_000;
/** WebSocket close code of an orderly end. */
const NORMAL = 1000;

/** One connection to a bridge, from its greeting to its end. */
export class BridgeLink {
	/** Settles when it is over, with why. Never rejects. */
	readonly ended: Promise<ConnectionError>;
	readonly #options: BridgeLinkOptions;
	readonly #socket: WebSocketLike;
	readonly #queue: OperationQueue;
	#resolveGreeted: () => void = () => {};
	#resolveEnded: (reason: ConnectionError) => void = () => {};
	#isEnded = false;
	#lastHeardMs: number;
	#cancelLook: () => void = () => {};

	/**
	 * Connects, and resolves when the bridge has said hello.
	 * @throws ConnectionError
	 */
	static async open(options: BridgeLinkOptions): Promise<BridgeLink> {
		const link = new BridgeLink(options);
		const cancel = options.clock.after(options.timeoutMs, () => link.close(timedOut(options.timeoutMs)));
		try {
			const greeted = new Promise<void>((resolve) => {
				link.#resolveGreeted = resolve;
			});
			const failure = await Promise.race([greeted, link.ended]);
			if (failure !== undefined) throw failure;
			return link;
		} finally {
			cancel();
		}
	}

	private constructor(options: BridgeLinkOptions) {
		this.#options = options;
		this.#lastHeardMs = options.clock.now();
		this.ended = new Promise((resolve) => {
			this.#resolveEnded = resolve;
		});
		this.#queue = new OperationQueue({
			clock: options.clock,
			timeoutMs: options.timeoutMs,
			send: (message) => this.#send(message),
		});
		this.#socket = options.open();
		this.#socket.binaryType = "arraybuffer";
		this.#socket.onmessage = ({ data }: MessageLike) => this.#receive(data);
		this.#socket.onclose = ({ code, reason }: CloseLike) =>
			this.#end(new ConnectionError(brokenCause(code, reason)));
		this.#socket.onerror = () => {
			// Says nothing about the reason; close follows.
		};
		options.signal.addEventListener("abort", this.#abort);
		this.#look();
	}

	readonly #abort = () => this.close(closedByOwner());

	/**
	 * Asks for one operation. `what` names it in errors; `onLate` hears of a result that nobody waits for any more.
	 * @throws what errorOf makes of a refusal; CommandTimeoutError, ConnectionError, the signal's reason
	 */
	ask(
		operation: Operation,
		what: string,
		options: CallOptions = {},
		onLate?: (result: unknown) => void,
	): Promise<unknown> {
		return this.#queue.ask(operation, what, options, onLate);
	}

	/** Ends it. Everything that waits fails with the reason. */
	close(reason: ConnectionError): void {
		if (this.#isEnded) return;
		// The other side may be gone, then closing takes long: nobody waits for it.
		this.#socket.close(NORMAL);
		this.#end(reason);
	}

	#send(message: ClientMessage): void {
		this.#socket.send(JSON.stringify(message));
	}

	#receive(data: unknown): void {
		if (this.#isEnded) return;
		this.#lastHeardMs = this.#options.clock.now();
		if (typeof data !== "string") {
			if (data instanceof ArrayBuffer) this.#options.onBlock(new Uint8Array(data));
			return;
		}
		const parsed = parseServerMessage(data);
		if (!parsed.ok) {
			this.#options.onProblem(new BridgeError("malformed", `The bridge said: ${parsed.misread.message}`));
			return;
		}
		this.#take(parsed.message);
	}

	#take(message: ServerMessage): void {
		if (message.op === "hello") {
			this.#options.onHello(this, message);
			this.#resolveGreeted();
		} else if (message.op === "result") {
			this.#queue.answered(message.id, ({ resolve }) => resolve(message.result));
		} else if (message.op === "error") {
			const refuse = ({ what, reject }: Asked) => reject(errorOf(what, message));
			if (message.id === undefined) this.#options.onProblem(errorOf("", message));
			else this.#queue.answered(message.id, refuse);
		} else {
			this.#options.onMessage(message);
		}
	}

	/** A computer that slept, or a cable that was pulled, closes nothing. */
	#look(): void {
		this.#cancelLook = this.#options.clock.after(LOOK_MS, () => {
			const silenceMs = this.#options.clock.now() - this.#lastHeardMs;
			if (silenceMs > SILENCE_MS) {
				this.close(new ConnectionError(silentCause));
				return;
			}
			if (silenceMs >= LOOK_MS) this.ask({ op: "ping" }, "ping").catch(() => {});
			this.#look();
		});
	}

	#end(reason: ConnectionError): void {
		if (this.#isEnded) return;
		this.#isEnded = true;
		this.#cancelLook();
		this.#options.signal.removeEventListener("abort", this.#abort);
		this.#queue.fail(reason);
		this.#resolveEnded(reason);
	}
}

const AGAIN = "It is tried again by itself.";

function brokenCause(code: number, reason: string): ConnectionCause {
	const said = reason === "" ? "" : ` (${reason.replace(/\.$/, "")})`;
	return { code: "closed", message: `The connection to gpioscope ended with ${code}${said}.`, remedy: AGAIN };
}

const silentCause: ConnectionCause = {
	code: "timeout",
	message: "Nothing has come from gpioscope for a while.",
	remedy: AGAIN,
};

function closedByOwner(): ConnectionError {
	return new ConnectionError({ code: "other", message: "The client was closed.", remedy: "Connect anew." });
}

function timedOut(timeoutMs: number): ConnectionError {
	const message = `gpioscope did not greet within ${timeoutMs} ms.`;
	return new ConnectionError({ code: "timeout", message, remedy: AGAIN });
}
