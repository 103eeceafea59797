import {
	type Args,
	type CommandName,
	commands,
	encodeRequest,
	PigpioError,
	type Result,
} from "@gpioscope/protocol";
import { CommandSocket } from "./CommandSocket.ts";
import type { Clock } from "./clock.ts";
import { type Destination, notAllowed, notPigpiod, RGPIOD_PORT, silence } from "./connectionCauses.ts";
import { CommandTimeoutError, ConnectionError } from "./errors.ts";
import { PendingCall, type ResultListener } from "./PendingCall.ts";
import type { CallOptions } from "./PiTransport.ts";
import type { TickClock } from "./TickClock.ts";

export interface LinkOptions {
	readonly destination: Destination;
	readonly timeoutMs: number;
	readonly clock: Clock;
	readonly listener: ResultListener;
	/** Ends the attempt to connect. */
	readonly signal: AbortSignal;
}

/** How much longer a command may take that holds up its connection: MILS allows delays of a minute. */
const BLOCKING_EXTRA_MS = 60_000;

/** Where WVTXM has its mode: p2. */
const MODE_AT = 8;
const NO_SUCH_MODE = 4;
const BAD_WAVE_MODE = -33;

/** One life of the connection to a daemon: its command sockets, from connect to break. */
export class Link {
	readonly #options: LinkOptions;
	readonly #commands: CommandSocket;
	/** Commands that block their connection travel here, opened when the first one comes. */
	#blocking: Promise<CommandSocket> | undefined;
	readonly #closing = new AbortController();
	#closeReason: ConnectionError | undefined;

	/** @throws ConnectionError when nothing answers there */
	static async open(options: LinkOptions): Promise<Link> {
		const { destination, timeoutMs, clock, signal } = options;
		return new Link(options, await CommandSocket.open(destination, timeoutMs, clock, signal));
	}

	private constructor(options: LinkOptions, socket: CommandSocket) {
		this.#options = options;
		this.#commands = socket;
	}

	get timeoutMs(): number {
		return this.#options.timeoutMs;
	}

	get address(): string {
		return this.#commands.address;
	}

	/** Settles when the connection is over, with the reason. Never rejects. */
	get ended(): Promise<ConnectionError> {
		return this.#commands.ended;
	}

	/**
	 * Runs one command. Calls go out in the order they are made in.
	 * @param bytes the request where it is not what the arguments give
	 * @throws InvalidArgument, PigpioError, CommandTimeoutError, ConnectionError, the reason of the signal
	 */
	call<N extends CommandName>(
		name: N,
		args: Args<N>,
		{ signal, timeoutMs }: CallOptions = {},
		bytes?: Uint8Array,
	): Promise<Result<N>> {
		return new Promise((resolve, reject) => {
			signal?.throwIfAborted();
			const isBlocking = commands[name].blocking;
			const usualMs = this.timeoutMs + (isBlocking ? BLOCKING_EXTRA_MS : 0);
			const call = new PendingCall({
				name,
				args,
				bytes: bytes ?? encodeRequest(name, args),
				timeoutMs: timeoutMs ?? usualMs,
				patienceMs: Math.max(timeoutMs ?? 0, usualMs),
				signal,
				listener: this.#options.listener,
				resolve: resolve as (result: unknown) => void,
				reject,
			});
			if (isBlocking) this.#sendBlocking(call);
			else this.#commands.send(call);
		});
	}

	/**
	 * Asks version, revision and tick.
	 * @throws ConnectionError when what answers is not pigpiod
	 */
	async identify(): Promise<{ version: number; revision: number; tick: number }> {
		const { destination } = this.#options;
		try {
			const [version, revision, tick] = await Promise.all([
				this.call("getVersion", {}),
				this.call("getHardwareRevision", {}),
				this.call("getTick", {}),
			]);
			return { version, revision, tick };
		} catch (error) {
			const isClosed = error instanceof ConnectionError && error.reason.code === "closed";
			if (isClosed && !this.#commands.hasReceived && destination.port !== RGPIOD_PORT) {
				throw new ConnectionError(notAllowed(destination, this.#commands.ownAddress), { cause: error });
			}
			const isForeign =
				(error instanceof ConnectionError && error.reason.code !== "timeout") ||
				destination.port === RGPIOD_PORT;
			if (isForeign) throw new ConnectionError(notPigpiod(destination), { cause: error });
			if (error instanceof CommandTimeoutError) {
				throw new ConnectionError(silence(destination), { cause: error });
			}
			throw error;
		}
	}

	/**
	 * Whether pigpiod has a wave of that id. Sending it in a mode that does not exist tells: the id is looked at first,
	 * and nothing is sent either way.
	 */
	async hasWave(wave: number): Promise<boolean> {
		const bytes = encodeRequest("sendWaveUsingMode", { wave, mode: 0 });
		bytes[MODE_AT] = NO_SUCH_MODE;
		try {
			await this.call("sendWaveUsingMode", { wave, mode: NO_SUCH_MODE }, {}, bytes);
			return false;
		} catch (error) {
			if (error instanceof PigpioError) return error.code === BAD_WAVE_MODE;
			throw error;
		}
	}

	/** Reads TICK and notes on the clock which moment it belongs to. */
	async readTick(tickClock: TickClock): Promise<number> {
		const { clock } = this.#options;
		const sentMs = clock.now();
		const tick = await this.call("getTick", {});
		tickClock.note(tick, sentMs, clock.now());
		return tick;
	}

	/** Whether a reply is awaited to a command of which this is true. */
	isAwaiting(matches: (name: CommandName) => boolean): boolean {
		return this.#commands.isAwaiting(matches);
	}

	/** Ends the connection; what waits fails with the reason. */
	close(reason: ConnectionError): void {
		this.#closeReason ??= reason;
		this.#closing.abort();
		this.#commands.close(reason);
		this.#blocking?.then(
			(socket) => socket.close(reason),
			() => {},
		);
	}

	#sendBlocking(call: PendingCall): void {
		this.#blockingSocket().then(
			(socket) => {
				if (!call.isSettled) socket.send(call);
			},
			(error: unknown) => call.fail(this.#closeReason ?? error),
		);
	}

	#blockingSocket(): Promise<CommandSocket> {
		if (this.#blocking === undefined) {
			const { destination, timeoutMs, clock } = this.#options;
			const opening = CommandSocket.open(destination, timeoutMs, clock, this.#closing.signal);
			this.#blocking = opening;
			const forget = () => {
				if (this.#blocking === opening) this.#blocking = undefined;
			};
			opening.then((socket) => socket.ended.then(forget), forget);
		}
		return this.#blocking;
	}
}
