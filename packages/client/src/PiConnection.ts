import {
	type Args,
	type CommandName,
	type CreatedWave,
	changesHoldings,
	closerOf,
	commandNames,
	commands,
	type Holding,
	opensHolding,
	type Pulse,
	type Result,
} from "@gpioscope/protocol";
import { type Clock, systemClock } from "./clock.ts";
import type { Destination } from "./connectionCauses.ts";
import { DaemonSettings, isRemembered } from "./DaemonSettings.ts";
import { EpochCounter } from "./EpochCounter.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "./errors.ts";
import { findOpenHandles } from "./findOpenHandles.ts";
import { findPermittedGpios } from "./findPermittedGpios.ts";
import { Holdings } from "./Holdings.ts";
import { Link } from "./Link.ts";
import type { ResultListener } from "./PendingCall.ts";
import { destinationOf, type PiOptions } from "./PiOptions.ts";
import type { PiStatus } from "./PiStatus.ts";
import type { Call, CallOptions, Feed, FeedOptions, PiTransport } from "./PiTransport.ts";
import { Reconnection } from "./Reconnection.ts";
import { ReportFeed } from "./ReportFeed.ts";
import { ReportSocket } from "./ReportSocket.ts";
import { ReportStreams } from "./ReportStreams.ts";
import type { ReportOptions, ReportSubscription } from "./ReportSubscription.ts";
import { releaseAll } from "./releaseAll.ts";
import { reportsAmongReplies } from "./reportsAmongReplies.ts";
import { StatusBoard } from "./StatusBoard.ts";
import { TickClock } from "./TickClock.ts";
import { Waves } from "./waves/Waves.ts";
import { within } from "./within.ts";

/** Commands whose effect lasts beyond them, so that the client keeps it in mind; most only ask or act. */
const lasting: ReadonlySet<CommandName> = new Set(
	commandNames.filter(
		(name) => isRemembered(name) || changesHoldings(name) || commands[name].group === "waves",
	),
);

/** A pigpiod, connected as far as it can be: it reconnects by itself until closed. */
export class PiConnection implements PiTransport {
	readonly destination: Destination;
	/** Settles when the client was closed by its owner. Never rejects. */
	readonly closed: Promise<void>;
	/** Says which tick the daemon's timer shows now. */
	readonly tickClock = new TickClock();

	readonly #timeoutMs: number;
	readonly #clock: Clock;
	readonly #onProblem: (error: unknown) => void;
	readonly #board = new StatusBoard();
	readonly #reconnection: Reconnection;
	readonly #epochs = new EpochCounter();
	readonly #settings = new DaemonSettings();
	readonly #streams: ReportStreams;
	readonly #closing = new AbortController();
	readonly #waves: Waves;
	readonly #listener: ResultListener = {
		onResult: (name, args, result, isLate) => this.#note(name, args, result, isLate),
	};
	readonly #holdings = new Holdings();
	/** The connection as it is, from its making on. */
	#wire: Link | undefined;
	/** The same once it is known which daemon's life it belongs to and its settings are as they were. */
	#link: Link | undefined;
	#ending: Promise<void> | undefined;
	/** The daemon ended the last connection, its port was shut since, or its clock jumped. */
	#wasRestarted = false;

	constructor(options: PiOptions = {}) {
		this.destination = destinationOf(options);
		this.#timeoutMs = options.timeoutMs ?? 5000;
		this.#clock = options.clock ?? systemClock;
		this.#onProblem = options.onProblem ?? (() => {});
		this.#waves = new Waves(() => this.#usableLink(), this.#timeoutMs);
		this.#streams = new ReportStreams({
			destination: this.destination,
			timeoutMs: this.#timeoutMs,
			clock: this.#clock,
			tickClock: this.tickClock,
			onStall: (cause) => this.#board.noteStall(cause),
			onBroken: (link, reason, hasClockJumped) => {
				if (hasClockJumped) this.#wasRestarted = true;
				link.close(this.#asConnectionError(reason));
			},
			onProblem: (link, error) => {
				if (this.#wire === link) this.#onProblem(error);
			},
		});
		this.#reconnection = new Reconnection({
			board: this.#board,
			clock: this.#clock,
			random: options.random ?? Math.random,
			isOver: () => this.#board.isClosed,
			live: async (onConnected) => ({ cause: (await this.#live(onConnected)).reason }),
		});
		this.closed = this.#reconnection.run();
	}

	get status(): PiStatus {
		return this.#board.status;
	}

	/** Calls back at each change of status. Returns a function that ends it. */
	onStatus(listener: (status: PiStatus) => void): () => void {
		return this.#board.listen(listener);
	}

	call<N extends CommandName>(name: N, args: Args<N>, options: CallOptions = {}): Promise<Result<N>> {
		const link = this.#link;
		if (link === undefined || this.#ending !== undefined) return Promise.reject(this.#noLink());
		try {
			// A restart has closed it: nothing is sent, since the number may be another program's by now.
			if (this.#holdings.isGone(name, args)) return Promise.resolve(0 as Result<N>);
			if (name === "openNotification") throw reportsAmongReplies();
		} catch (error) {
			return Promise.reject(error);
		}
		return commands[name].waveform ? this.#waves.call(name, args, options) : link.call(name, args, options);
	}

	makeWave(pulses: readonly Pulse[], options: CallOptions = {}): Promise<CreatedWave> {
		return this.#waves.make(pulses, options);
	}

	waveTransaction<T>(work: (call: Call) => Promise<T>): Promise<T> {
		return this.#waves.transaction(work);
	}

	/** Begins a stream of reports, now or as soon as there is a connection; it outlives reconnections. */
	openReports(options: ReportOptions): ReportSubscription {
		return this.#streams.open(options);
	}

	openFeed(options: FeedOptions): Feed {
		return new ReportFeed(options, (reports) => this.openReports(reports));
	}

	/**
	 * What is open in the daemon, whoever opened it, but for what is known already. For a moment it takes some of the
	 * notification handles that are free.
	 * @throws NotConnectedError, ConnectionError, ClosedError
	 */
	async findOpen(isKnown: (holding: Holding) => boolean): Promise<Holding[]> {
		const openReports = () => ReportSocket.open(this.destination, this.#timeoutMs, () => {});
		return await findOpenHandles(this.#usableLink(), openReports, isKnown);
	}

	/** Closes what is open in the daemon, whoever opened it. @throws PigpioError when it is not open, what calls throw */
	async closeOpen(holding: Holding): Promise<unknown> {
		const { name, args } = closerOf(holding);
		return await this.#usableLink().call(name, args);
	}

	/** GPIOs, 0 to 53, that the daemon lets programs change. @throws NotConnectedError, ConnectionError, ClosedError */
	async findPermitted(): Promise<number[]> {
		return await findPermittedGpios(this.#usableLink());
	}

	/** Tries to connect now, if it is waiting to. */
	retry(): void {
		this.#reconnection.goOn();
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}

	/**
	 * Ends the connection for good, having given back what was opened through it, as far as the daemon answers within
	 * the usual time. Commands still under way fail with a ConnectionError. Never rejects.
	 */
	close(): Promise<void> {
		this.#ending ??= this.#end();
		return this.#ending;
	}

	async #end(): Promise<void> {
		const link = this.#link;
		if (link !== undefined && (this.#holdings.size > 0 || link.isAwaiting(opensHolding))) {
			const release = releaseAll(this.#holdings, (name, args) => link.call(name, args));
			await within(this.#clock, this.#timeoutMs, release.catch(this.#onProblem));
		}
		this.#board.set({ kind: "closed" });
		this.#closing.abort();
		this.#wire?.close(closedByOwner());
		this.#reconnection.goOn();
		this.#streams.close();
		await this.closed;
	}

	#note(name: CommandName, args: Args<CommandName>, result: unknown, isLate: boolean): void {
		if (!lasting.has(name)) return;
		this.#settings.note(name, args);
		if (commands[name].group === "waves") this.#waves.note(name, args, result);
		const opened = this.#holdings.note(name, args, result);
		if (!isLate || opened === undefined || this.#ending !== undefined) return;
		// Nobody learns of it any more.
		const closer = closerOf(opened);
		this.#link?.call(closer.name, closer.args).catch(this.#onProblem);
	}

	/** Connects and returns, when the connection is over or could not be made, why. */
	async #live(onConnected: () => void): Promise<ConnectionError> {
		let link: Link | undefined;
		try {
			const { signal } = this.#closing;
			const options = {
				destination: this.destination,
				timeoutMs: this.#timeoutMs,
				clock: this.#clock,
				listener: this.#listener,
				signal,
			};
			link = await Link.open(options);
			if (this.#board.isClosed) throw closedByOwner();
			this.#wire = link;
			await this.#begin(link, onConnected);
			return await link.ended;
		} catch (error) {
			return this.#asConnectionError(error);
		} finally {
			this.#link = undefined;
			this.#wire = undefined;
			link?.close(closedByOwner());
			this.#streams.lose();
			await this.#noteEnd(link);
		}
	}

	async #noteEnd(link: Link | undefined): Promise<void> {
		const code = link === undefined ? undefined : (await link.ended).reason.code;
		if (code === "closed") this.#wasRestarted = true;
	}

	async #begin(link: Link, onConnected: () => void): Promise<void> {
		const { version, revision } = await link.identify();
		const expectedTick = this.tickClock.tickAt(this.#clock.now());
		const arrivedMs = this.#clock.now();
		const tick = await link.readTick(new TickClock());
		const elapsedMicros = (this.#clock.now() - arrivedMs) * 1000;
		const continues = this.#epochs.arrive({
			tick,
			expectedTick: expectedTick === undefined ? undefined : expectedTick + elapsedMicros,
			wasRestarted: this.#wasRestarted,
		});
		this.#wasRestarted = false;
		this.tickClock.clear();
		await link.readTick(this.tickClock);
		await this.#waves.begin(link);
		await Promise.all(
			this.#settings.list().map(({ name, args }) => link.call(name, args).catch(this.#onProblem)),
		);
		if (!continues) this.#holdings.restarted();
		this.#link = link;
		const { epoch } = this.#epochs;
		await this.#streams.begin(link, epoch, continues);
		onConnected();
		this.#board.set({
			kind: "live",
			address: link.address,
			epoch,
			version,
			revision,
			since: Date.now(),
		});
	}

	#asConnectionError(error: unknown): ConnectionError {
		if (error instanceof ConnectionError) {
			if (error.reason.code === "refused") this.#wasRestarted = true;
			return error;
		}
		this.#onProblem(error);
		const message = error instanceof Error ? error.message : String(error);
		const reason = { code: "other", message: `${message}.`, remedy: "It is tried again by itself." } as const;
		return new ConnectionError(reason, { cause: error });
	}

	/** @throws NotConnectedError, ClosedError */
	#usableLink(): Link {
		// What is made while everything is given back would be left behind.
		if (this.#link === undefined || this.#ending !== undefined) throw this.#noLink();
		return this.#link;
	}

	#noLink(): Error {
		return this.#ending === undefined ? new NotConnectedError() : new ClosedError();
	}
}

function closedByOwner(): ConnectionError {
	return new ConnectionError({ code: "other", message: "The client was closed.", remedy: "Connect anew." });
}
