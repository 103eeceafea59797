import type { Args, CommandName, CreatedWave, Pulse, Result } from "@gpioscope/protocol";
import type { PiStatus } from "./PiStatus.ts";

/** How one command is to be waited for. */
export interface CallOptions {
	/** Gives up waiting: the call rejects with the signal's reason, a late reply is swallowed. */
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds until the call rejects with a CommandTimeoutError; otherwise the connection's own. */
	readonly timeoutMs?: number | undefined;
}

/** The lines at a moment. Changes that are reported for this tick or an earlier one are in it already. */
export interface Levels {
	readonly tick: number;
	/** Levels of GPIO 0 to 31, one bit each. */
	readonly level: number;
}

/** The lines when a feed began, or began anew after a loss of connection. */
export interface FeedBegin extends Levels {
	/** Counts up when pigpiod restarts or its ticks jump back. */
	readonly epoch: number;
	/** True for a new connection within an epoch: what happened in between is not known. */
	readonly continues: boolean;
}

/** What a feed tells its owner. Ticks are pigpiod's wrapping 32-bit microseconds, unsigned. */
export interface FeedOptions {
	/** Mask of the GPIOs to watch. */
	readonly bits: number;
	/** Mask of the events to receive. The client's own probe of the report path is never among them. */
	readonly events?: number | undefined;
	onBegin(begin: FeedBegin): void;
	/**
	 * Changes in order: the level word of GPIO 0 to 31 after each, of which only the watched bits count. The arrays are
	 * reused after the call.
	 */
	onChanges(ticks: Uint32Array, levels: Uint32Array, count: number): void;
	/** A GPIO showed no change for its watchdog's timeout. */
	onWatchdog(gpio: number, tick: number): void;
	onEvent(event: number, tick: number): void;
	/** What happened between these ticks is missing. */
	onLoss(loss: { readonly cause: string; readonly fromTick: number; readonly toTick: number }): void;
	/** The connection is gone; onBegin follows when it is back. */
	onEnd(): void;
}

/** A running feed; it outlives reconnections. */
export interface Feed {
	/**
	 * Watches other GPIOs and events from now on. Resolves when the daemon does, with the lines at that moment: levels
	 * of GPIOs that were not watched before are known from there on only. Undefined while there is no connection; then
	 * onBegin tells them.
	 */
	change(bits: number, events: number): Promise<Levels | undefined>;
	close(): void;
}

/** Runs one command: `call("write", { gpio: 4, level: 1 })`. */
export type Call = <N extends CommandName>(
	name: N,
	args: Args<N>,
	options?: CallOptions,
) => Promise<Result<N>>;

/**
 * What carries commands to one pigpiod and its reports back: TCP to the daemon itself, or a bridge's WebSocket. All
 * that a user of the client sees stands on this, so that it is the same in Node and in a browser.
 */
export interface PiTransport extends AsyncDisposable {
	readonly status: PiStatus;
	/** Settles when its owner has closed it. Never rejects. */
	readonly closed: Promise<void>;
	/** Calls back at each change of status. Returns a function that ends it. */
	onStatus(listener: (status: PiStatus) => void): () => void;
	/**
	 * Runs one command. Any number may be under way at once; they are carried out in order.
	 * @throws InvalidArgument before anything is sent; PigpioError when pigpiod refuses; NotConnectedError,
	 * CommandTimeoutError, ConnectionError, ClosedError
	 */
	call<N extends CommandName>(name: N, args: Args<N>, options?: CallOptions): Promise<Result<N>>;
	/** Begins a stream of changes, now or as soon as there is a connection. */
	openFeed(options: FeedOptions): Feed;
	/**
	 * Makes one wave of any number of pulses, at once or not at all. (The command `createWave`, WVCRE, only ends what
	 * other commands began.)
	 */
	makeWave(pulses: readonly Pulse[], options?: CallOptions): Promise<CreatedWave>;
	/**
	 * Runs several wave commands that nobody else who uses this transport can come between: pigpiod has one waveform
	 * under construction for everybody. Within `work` only the given `call` reaches it; commands that build waves and
	 * come otherwise wait until it has ended.
	 */
	waveTransaction<T>(work: (call: Call) => Promise<T>): Promise<T>;
	/** Ends it, having given back the handles, waves and scripts that were opened through it. */
	close(): Promise<void>;
}
