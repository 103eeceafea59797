import {
	type Args,
	type CommandName,
	type CreatedWave,
	commands,
	type Pulse,
	type Result,
} from "@gpioscope/protocol";
import { backoff } from "./backoff.ts";
import { type Clock, systemClock } from "./clock.ts";
import { clockJumped, type Destination } from "./connectionCauses.ts";
import { DaemonSettings } from "./DaemonSettings.ts";
import { EpochCounter } from "./EpochCounter.ts";
import type { StallCause } from "./EventProbe.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "./errors.ts";
import { Link } from "./Link.ts";
import { Listeners } from "./Listeners.ts";
import type { ResultListener } from "./PendingCall.ts";
import { destinationOf, type PiOptions } from "./PiOptions.ts";
import type { Connected, PiStatus } from "./PiStatus.ts";
import type { Call, CallOptions, Feed, FeedOptions, PiTransport } from "./PiTransport.ts";
import { ReportFeed } from "./ReportFeed.ts";
import { type ReportOptions, ReportSubscription } from "./ReportSubscription.ts";
import { TickClock } from "./TickClock.ts";
import { TickGuard } from "./TickGuard.ts";
import { Waves } from "./waves/Waves.ts";

/** A pigpiod, connected as far as it can be: it reconnects by itself until closed. */
export class PiConnection implements PiTransport {
	readonly destination: Destination;
	/** Settles when the client was closed by its owner. Never rejects. */
	readonly closed: Promise<void>;
	/** Says which tick the daemon's timer shows now. */
	readonly tickClock = new TickClock();

	readonly #timeoutMs: number;
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #onProblem: (error: unknown) => void;
	readonly #statusListeners = new Listeners<PiStatus>();
	readonly #epochs = new EpochCounter();
	readonly #settings = new DaemonSettings();
	readonly #subscriptions = new Set<ReportSubscription>();
	readonly #closing = new AbortController();
	readonly #waves = new Waves(() => {
		if (this.#link === undefined) throw this.#noLink();
		return this.#link;
	});
	readonly #listener: ResultListener = {
		onResult: (name, args, result) => {
			this.#settings.note(name, args);
			if (commands[name].group === "waves") this.#waves.note(name, args, result);
		},
	};
	#status: PiStatus = { kind: "connecting", attempt: 1 };
	#link: Link | undefined;
	#endPause: (() => void) | undefined;
	/** The daemon ended the last connection, its port was shut since, or its clock jumped. */
	#wasRestarted = false;

	constructor(options: PiOptions = {}) {
		this.destination = destinationOf(options);
		this.#timeoutMs = options.timeoutMs ?? 5000;
		this.#clock = options.clock ?? systemClock;
		this.#random = options.random ?? Math.random;
		this.#onProblem = options.onProblem ?? (() => {});
		this.closed = this.#run();
	}

	get status(): PiStatus {
		return this.#status;
	}

	/** Calls back at each change of status. Returns a function that ends it. */
	onStatus(listener: (status: PiStatus) => void): () => void {
		return this.#statusListeners.add(listener);
	}

	/**
	 * Resolves as soon as there is a connection.
	 * @throws ConnectionError when the present attempt fails; the client goes on trying. ClosedError
	 */
	connected(): Promise<Connected> {
		return new Promise((resolve, reject) => {
			const look = (status: PiStatus) => {
				if (status.kind === "connecting") return;
				stop();
				if (status.kind === "live" || status.kind === "stalled") resolve(status);
				else if (status.kind === "closed") reject(new ClosedError());
				else reject(new ConnectionError(status.cause));
			};
			const stop = this.onStatus(look);
			look(this.#status);
		});
	}

	call<N extends CommandName>(name: N, args: Args<N>, options: CallOptions = {}): Promise<Result<N>> {
		const link = this.#link;
		if (link === undefined) return Promise.reject(this.#noLink());
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
		const subscription = new ReportSubscription(options, () => this.#subscriptions.delete(subscription));
		this.#subscriptions.add(subscription);
		const link = this.#link;
		if (link !== undefined && (this.#status.kind === "live" || this.#status.kind === "stalled")) {
			this.#openSubscription(subscription, link, false).catch((error: unknown) => {
				this.#onProblem(error);
				this.#breakLink(link, error);
			});
		}
		return subscription;
	}

	openFeed(options: FeedOptions): Feed {
		return new ReportFeed(options, (reports) => this.openReports(reports));
	}

	/** Tries to connect now, if it is waiting to. */
	retry(): void {
		this.#endPause?.();
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}

	/** Ends the connection for good. Commands under way fail with a ConnectionError. */
	async close(): Promise<void> {
		if (this.#status.kind !== "closed") {
			this.#setStatus({ kind: "closed" });
			this.#closing.abort();
			this.#link?.close(closedByOwner());
			this.#endPause?.();
			for (const subscription of [...this.#subscriptions]) subscription.close();
		}
		await this.closed;
	}

	async #run(): Promise<void> {
		// Listeners are added after construction.
		await Promise.resolve();
		for (let attempt = 1; this.#status.kind !== "closed"; attempt++) {
			if (attempt > 1) this.#setStatus({ kind: "connecting", attempt });
			const failure = await this.#live(() => {
				attempt = 1;
			});
			if (this.#isClosed()) return;
			const pauseMs = backoff(attempt, this.#random());
			this.#setStatus({
				kind: "disconnected",
				cause: failure.reason,
				attempt,
				retryAt: Date.now() + pauseMs,
			});
			await this.#pause(pauseMs);
		}
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
			if (this.#isClosed()) throw closedByOwner();
			this.#link = link;
			await this.#begin(link, onConnected);
			return await link.ended;
		} catch (error) {
			return this.#asConnectionError(error);
		} finally {
			this.#link = undefined;
			link?.close(closedByOwner());
			for (const subscription of this.#subscriptions) subscription.lose();
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
		for (const { name, args } of this.#settings.list()) {
			await link.call(name, args).catch(this.#onProblem);
		}
		for (const subscription of this.#subscriptions) {
			await this.#openSubscription(subscription, link, continues);
		}
		onConnected();
		const { epoch } = this.#epochs;
		this.#setStatus({
			kind: "live",
			address: link.address,
			epoch,
			version,
			revision,
			since: Date.now(),
		});
	}

	#openSubscription(subscription: ReportSubscription, link: Link, continues: boolean): Promise<void> {
		const guard = new TickGuard();
		return subscription.open({
			destination: this.destination,
			timeoutMs: this.#timeoutMs,
			clock: this.#clock,
			epoch: this.#epochs.epoch,
			continues,
			tickClock: this.tickClock,
			call: (name, args) => link.call(name, args),
			readLevelAndTick: async () => {
				// BR1 first: reports up to the tick then only correct the level.
				const [level, tick] = await Promise.all([link.call("readBank1", {}), link.readTick(this.tickClock)]);
				return { level, tick };
			},
			triggerEvent: async (event) => {
				const [, tick] = await Promise.all([
					link.call("triggerEvent", { event }),
					link.readTick(this.tickClock),
				]);
				if (!guard.accepts(tick, this.#clock.now())) {
					this.#wasRestarted = true;
					this.#breakLink(link, new ConnectionError(clockJumped(this.destination)));
				}
			},
			onStall: (cause) => this.#noteStall(cause),
			broken: (reason) => this.#breakLink(link, reason),
			problem: (error) => {
				if (this.#link === link) this.#onProblem(error);
			},
		});
	}

	#noteStall(cause: StallCause | undefined): void {
		const status = this.#status;
		if (status.kind !== "live" && status.kind !== "stalled") return;
		if (cause === (status.kind === "stalled" ? status.cause : undefined)) return;
		const { address, epoch, version, revision } = status;
		const connected = { address, epoch, version, revision, since: Date.now() };
		this.#setStatus(
			cause === undefined ? { kind: "live", ...connected } : { kind: "stalled", cause, ...connected },
		);
	}

	#breakLink(link: Link, error: unknown): void {
		link.close(this.#asConnectionError(error));
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

	#pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const cancel = this.#clock.after(ms, resolve);
			this.#endPause = () => {
				cancel();
				resolve();
			};
		});
	}

	#noLink(): Error {
		return this.#isClosed() ? new ClosedError() : new NotConnectedError();
	}

	#isClosed(): boolean {
		return this.#status.kind === "closed";
	}

	#setStatus(status: PiStatus): void {
		if (this.#isClosed()) return;
		this.#status = status;
		this.#statusListeners.tell(status);
	}
}

function closedByOwner(): ConnectionError {
	return new ConnectionError({ code: "other", message: "The client was closed.", remedy: "Connect anew." });
}
