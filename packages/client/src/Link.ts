import {
	type Args,
	type CommandName,
	commands,
	decodeResponse,
	encodeRequest,
	type Result,
} from "@gpioscope/protocol";
import { CommandSocket } from "./CommandSocket.ts";
import type { Clock } from "./clock.ts";
import { type Destination, notPigpiod, RGPIOD_PORT, silence } from "./connectionCauses.ts";
import { CommandTimeoutError, ConnectionError } from "./errors.ts";
import type { TickClock } from "./TickClock.ts";

export interface LinkOptions {
	readonly destination: Destination;
	readonly timeoutMs: number;
	readonly clock: Clock;
	/** Ends the attempt to connect. */
	readonly signal: AbortSignal;
}

/** How much longer a command may take that holds up its connection: MILS allows delays of a minute. */
const BLOCKING_EXTRA_MS = 60_000;

/** One life of the connection to a daemon: its command sockets, from connect to break. */
export class Link {
	readonly #options: LinkOptions;
	readonly #commands: CommandSocket;
	/** Commands that block their connection travel here, opened when the first one comes. */
	#blocking: Promise<CommandSocket> | undefined;

	/** @throws ConnectionError when nothing answers there */
	static async open(options: LinkOptions): Promise<Link> {
		const { destination, timeoutMs, clock, signal } = options;
		return new Link(options, await CommandSocket.open(destination, timeoutMs, clock, signal));
	}

	private constructor(options: LinkOptions, socket: CommandSocket) {
		this.#options = options;
		this.#commands = socket;
	}

	get address(): string {
		return this.#commands.address;
	}

	/** Settles when the connection is over, with the reason. Never rejects. */
	get ended(): Promise<ConnectionError> {
		return this.#commands.ended;
	}

	/**
	 * Runs one command.
	 * @throws InvalidArgument, PigpioError, CommandTimeoutError, ConnectionError
	 */
	async call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
		const bytes = encodeRequest(name, args);
		const { timeoutMs } = this.#options;
		if (!commands[name].blocking) {
			return decodeResponse(name, await this.#commands.request({ command: name, bytes, timeoutMs }));
		}
		const socket = await this.#blockingSocket();
		const patience = timeoutMs + BLOCKING_EXTRA_MS;
		return decodeResponse(name, await socket.request({ command: name, bytes, timeoutMs: patience }));
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

	/** Reads TICK and notes on the clock which moment it belongs to. */
	async readTick(tickClock: TickClock): Promise<number> {
		const { clock } = this.#options;
		const sentMs = clock.now();
		const tick = await this.call("getTick", {});
		tickClock.note(tick, sentMs, clock.now());
		return tick;
	}

	/** Ends the connection; what waits fails with the reason. */
	close(reason: ConnectionError): void {
		this.#commands.close(reason);
		this.#blocking?.then(
			(socket) => socket.close(reason),
			() => {},
		);
	}

	#blockingSocket(): Promise<CommandSocket> {
		if (this.#blocking === undefined) {
			const { destination, timeoutMs, clock, signal } = this.#options;
			const opening = CommandSocket.open(destination, timeoutMs, clock, signal);
			this.#blocking = opening;
			const forget = () => {
				if (this.#blocking === opening) this.#blocking = undefined;
			};
			opening.then((socket) => socket.ended.then(forget), forget);
		}
		return this.#blocking;
	}
}
