import type { Args, CommandName, Result } from "@gpioscope/protocol";
import { ClosedError, ConnectionError } from "../errors.ts";
import type { Connected, PiStatus } from "../PiStatus.ts";
import type { CallOptions, Feed, FeedOptions, PiTransport } from "../PiTransport.ts";
import { Callback, type CallbackOptions, type EdgeListener, type EventListener } from "./callbacks.ts";
import { RecordStream, type StreamOptions } from "./feed/RecordStream.ts";
import { SharedFeed } from "./feed/SharedFeed.ts";
import { bitOf, maskOf } from "./masks.ts";
import type { Edge, EdgeKind, PiEvent, WatchdogTimeout } from "./records.ts";
import { type WaitOptions, waitFor } from "./waiting.ts";
import { WaveTools } from "./waves/WaveTools.ts";

/** How `edges` is to iterate. */
export interface EdgeStreamOptions extends StreamOptions {
	/** Which edges; default `either`. */
	readonly edge?: EdgeKind | undefined;
}

/**
 * A Raspberry Pi whose GPIOs a pigpiod controls. Every command of the daemon is a method that takes named arguments
 * (`pi.write({ gpio: 4, level: 1 })`); the methods below build on them. It works the same over TCP and over a bridge.
 */
export class Pi<T extends PiTransport = PiTransport> extends WaveTools<T> implements AsyncDisposable {
	readonly #feed: SharedFeed;

	constructor(transport: T) {
		super(transport);
		this.#feed = new SharedFeed(transport);
	}

	/** The state of the connection. */
	get status(): PiStatus {
		return this.transport.status;
	}

	/** Settles when it was closed by its owner. Never rejects. */
	get closed(): Promise<void> {
		return this.transport.closed;
	}

	/** Calls back at each change of status. Returns a function that ends it. */
	onStatus(listener: (status: PiStatus) => void): () => void {
		return this.transport.onStatus(listener);
	}

	/**
	 * Resolves as soon as there is a connection.
	 * @throws ConnectionError when the present attempt fails; the client goes on trying. ClosedError; the signal's reason
	 */
	connected({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<Connected> {
		return new Promise((resolve, reject) => {
			const look = (status: PiStatus) => {
				if (status.kind === "connecting") return;
				stop();
				if (status.kind === "live" || status.kind === "stalled") resolve(status);
				else if (status.kind === "closed") reject(new ClosedError());
				else reject(new ConnectionError(status.cause));
			};
			const abort = () => {
				stop();
				reject(signal?.reason);
			};
			const end = this.onStatus(look);
			const stop = () => {
				end();
				signal?.removeEventListener("abort", abort);
			};
			if (signal?.aborted === true) return abort();
			signal?.addEventListener("abort", abort, { once: true });
			look(this.status);
		});
	}

	/**
	 * Runs one command by its name. Any number may be under way at once; they are carried out in order.
	 * @throws InvalidArgument before anything is sent; PigpioError when pigpiod refuses; NotConnectedError,
	 * CommandTimeoutError, ConnectionError, ClosedError; the signal's reason
	 */
	call<N extends CommandName>(name: N, args: Args<N>, options?: CallOptions): Promise<Result<N>> {
		return this.transport.call(name, args, options);
	}

	/**
	 * Opens the stream of reports that callbacks, waits and iterators share; otherwise the first of them does. Once it
	 * flows, a wait begins at once: what is called after it comes after it.
	 */
	startReports(): Promise<void> {
		return this.#feed.open();
	}

	/**
	 * Calls back for edges of a GPIO (0 to 31), and for its watchdog (`setWatchdog`) with level 2, until it is cancelled.
	 * Without a listener it counts: see `tally`. Resolves when every edge from then on is told. Callbacks outlive lost
	 * connections; `onGap` hears of them.
	 */
	async callback(
		gpio: number,
		edge: EdgeKind = "rising",
		listener?: EdgeListener,
		options: CallbackOptions = {},
	): Promise<Callback> {
		const bits = bitOf("gpio", gpio);
		return Callback.begin(this.#feed, options, (count) => {
			const tell = (record: Edge | WatchdogTimeout) => {
				count();
				listener?.(record);
			};
			return { bits, edge, onEdge: tell, onTimeout: tell };
		});
	}

	/** Calls back for an event (0 to 31) until it is cancelled; without a listener it counts. */
	async eventCallback(
		event: number,
		listener?: EventListener,
		options: CallbackOptions = {},
	): Promise<Callback> {
		const events = bitOf("event", event);
		return Callback.begin(this.#feed, options, (count) => ({
			events,
			onEvent: (record) => {
				count();
				listener?.(record);
			},
		}));
	}

	/**
	 * Waits for an edge of a GPIO (0 to 31). Resolves with nothing after `timeoutMs`, by default a minute. A lost
	 * connection does not end the wait.
	 */
	async waitForEdge(
		gpio: number,
		edge: EdgeKind = "rising",
		options: WaitOptions = {},
	): Promise<Edge | undefined> {
		const bits = bitOf("gpio", gpio);
		return waitFor<Edge>(this.#feed, options, (found) => ({ bits, edge, onEdge: found }));
	}

	/** Waits for an event (0 to 31). Resolves with nothing after `timeoutMs`, by default a minute. */
	async waitForEvent(event: number, options: WaitOptions = {}): Promise<PiEvent | undefined> {
		const events = bitOf("event", event);
		return waitFor<PiEvent>(this.#feed, options, (found) => ({ events, onEvent: found }));
	}

	/**
	 * The edges of one or several GPIOs (0 to 31), timeouts of their watchdogs, and gaps, in order:
	 * `for await (const record of pi.edges(17))`.
	 */
	edges(
		gpios: number | readonly number[],
		{ edge = "either", ...options }: EdgeStreamOptions = {},
	): RecordStream<Edge | WatchdogTimeout> {
		const bits = maskOf("gpio", gpios);
		return new RecordStream<Edge | WatchdogTimeout>(this.#feed, options, (push) => ({
			bits,
			edge,
			onEdge: push,
			onTimeout: push,
		}));
	}

	/** One or several events (0 to 31), and gaps, in order. */
	events(events: number | readonly number[], options: StreamOptions = {}): RecordStream<PiEvent> {
		const mask = maskOf("event", events);
		return new RecordStream<PiEvent>(this.#feed, options, (push) => ({ events: mask, onEvent: push }));
	}

	/**
	 * Begins a stream of changes as level words, without an object for each: for very many of them. It is for whoever
	 * tells edges and gaps apart by himself.
	 */
	openFeed(options: FeedOptions): Feed {
		return this.transport.openFeed(options);
	}

	/** Ends the connection, having given back the handles, waves and scripts that were opened through it. */
	close(): Promise<void> {
		return this.transport.close();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}
}
