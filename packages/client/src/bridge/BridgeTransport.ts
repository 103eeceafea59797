import {
	type Args,
	type CommandName,
	type ConnectionCause,
	type CreatedWave,
	closerOf,
	commands,
	createdWave,
	encodeRequest,
	type Pulse,
	packBytes,
	type Result,
	type ServerMessage,
	type ServerMessageOf,
	type TargetFacts,
	unpackBytes,
} from "@gpioscope/protocol";
import { backoff } from "../backoff.ts";
import { type Clock, systemClock } from "../clock.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "../errors.ts";
import { Holdings } from "../Holdings.ts";
import { Listeners } from "../Listeners.ts";
import type { PiStatus } from "../PiStatus.ts";
import type { Call, CallOptions, Feed, FeedOptions, PiTransport } from "../PiTransport.ts";
import { reportsAmongReplies } from "../reportsAmongReplies.ts";
import { checkPulses } from "../waves/Waves.ts";
import { within } from "../within.ts";
import { BlockStream } from "./BlockStream.ts";
import { BridgeLink } from "./BridgeLink.ts";
import { type BridgeAddress, bridgeAddress } from "./bridgeAddress.ts";
import { statusOf } from "./statusOf.ts";
import { WaveTurns } from "./WaveTurns.ts";
import { platformWebSocket, type WebSocketConstructor } from "./WebSocketLike.ts";

/** How to reach a bridge. */
export interface BridgeOptions {
	/**
	 * The address that the bridge printed, or where its page is; a token in its fragment is used. Default: the site of
	 * the page that this runs in.
	 */
	readonly url?: string | URL;
	/** Without one, the browser's cookie must open the bridge, as it does for a page that was given the token. */
	readonly token?: string;
	/** Id of the pigpiod to use. Default: the bridge's first. */
	readonly target?: string;
	/** Default: the platform's own. Node 20 has none; the package ws has a fitting one. */
	readonly WebSocket?: WebSocketConstructor;
	/** Default: the platform's own. It only tells a bridge that refuses from one that is away. */
	readonly fetch?: typeof fetch;
	/** For the greeting and for each answer, in milliseconds. Default 10 000: the bridge itself gives up sooner. */
	readonly timeoutMs?: number;
	readonly clock?: Clock;
	/** 0 to 1, for the pauses between attempts to connect. */
	readonly random?: () => number;
	/** Hears of trouble that no caller waits for. */
	readonly onProblem?: (error: unknown) => void;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** A refused token does not get better by asking often, and the bridge counts. */
const REFUSED_PAUSE_MS = 60_000;
/** How long close waits for the bridge to free what this client held. */
const FAREWELL_MS = 2000;

interface Present {
	readonly link: BridgeLink;
	readonly target: string;
}

/** One pigpiod, used over a bridge's WebSocket: it reconnects by itself until closed. */
export class BridgeTransport implements PiTransport {
	readonly closed: Promise<void>;
	readonly #address: BridgeAddress;
	readonly #options: BridgeOptions;
	readonly #WebSocket: WebSocketConstructor;
	readonly #clock: Clock;
	readonly #timeoutMs: number;
	readonly #onProblem: (error: unknown) => void;
	readonly #listeners = new Listeners<PiStatus>();
	readonly #stream: BlockStream;
	readonly #waves: WaveTurns;
	readonly #holdings = new Holdings();
	/** Id of the target that was found. */
	#target: string | undefined;
	/** Of the pigpiod that was there last. */
	#epoch: number | undefined;
	#status: PiStatus = { kind: "connecting", attempt: 1 };
	#link: BridgeLink | undefined;
	/** The bridge and the pigpiod behind it are there. */
	#present: Present | undefined;
	readonly #closing = new AbortController();
	#endPause: (() => void) | undefined;
	#isClosing = false;

	/** @throws TypeError for a wrong address; Error where there is no WebSocket */
	constructor(options: BridgeOptions = {}) {
		this.#options = options;
		this.#address = bridgeAddress(options.url, options.token);
		this.#WebSocket = options.WebSocket ?? platformWebSocket();
		this.#clock = options.clock ?? systemClock;
		this.#timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
		this.#onProblem = options.onProblem ?? (() => {});
		this.#waves = new WaveTurns(this.#timeoutMs);
		this.#stream = new BlockStream(this.#clock, this.#onProblem);
		this.closed = this.#run();
	}

	get status(): PiStatus {
		return this.#status;
	}

	onStatus(listener: (status: PiStatus) => void): () => void {
		return this.#listeners.add(listener);
	}

	async call<N extends CommandName>(name: N, args: Args<N>, options: CallOptions = {}): Promise<Result<N>> {
		if (!commands[name].waveform) return this.#call(name, args, options);
		return this.#waves.send(name, options, () => this.#call(name, args, options));
	}

	openFeed(options: FeedOptions): Feed {
		if (this.#isClosing) throw new ClosedError();
		return this.#stream.open(options);
	}

	async makeWave(pulses: readonly Pulse[], options: CallOptions = {}): Promise<CreatedWave> {
		checkPulses(pulses);
		const tuples = pulses.map(({ on, off, delay }): [number, number, number] => [on, off, delay]);
		const make = async () => {
			const { link, target } = this.#there();
			const operation = { op: "createWave", target, pulses: tuples, keepWaves: true } as const;
			const onLate = (late: unknown) => {
				this.#call("deleteWave", { wave: createdWave.parse(late).wave }).catch(this.#onProblem);
			};
			const created = createdWave.parse(await link.ask(operation, "makeWave", options, onLate));
			this.#holdings.note("createWave", {}, created.wave);
			return created;
		};
		return this.#waves.during(make, "makeWave", options);
	}

	waveTransaction<T>(work: (call: Call) => Promise<T>): Promise<T> {
		return this.#waves.during(async () => {
			let isOver = false;
			const call: Call = (name, args, options) =>
				isOver ? Promise.reject(new Error("The wave transaction is over.")) : this.#call(name, args, options);
			return work(call).finally(() => {
				isOver = true;
			});
		});
	}

	/** Tries to connect now, if it is waiting to; or the bridge to pigpiod. */
	retry(): void {
		this.#endPause?.();
		const target = this.#target;
		if (target !== undefined) this.#link?.ask({ op: "retry", target }, "retry").catch(this.#onProblem);
	}

	async close(): Promise<void> {
		if (!this.#isClosing) {
			this.#isClosing = true;
			this.#stream.close();
			await this.#sayFarewell();
			this.#closing.abort();
			this.#endPause?.();
		}
		await this.closed;
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.close();
	}

	async #call<N extends CommandName>(name: N, args: Args<N>, options?: CallOptions): Promise<Result<N>> {
		options?.signal?.throwIfAborted();
		const { link, target } = this.#there();
		// The end of a connection or a pigpiod has closed it: the number may be somebody else's by now.
		if (this.#holdings.isGone(name, args)) return 0 as Result<N>;
		if (name === "openNotification") throw reportsAmongReplies();
		// Says what is wrong with the arguments before anything is sent, as a connection to pigpiod does.
		encodeRequest(name, args);
		const packed = packBytes(args) as Record<string, unknown>;
		const operation = { op: "call", target, command: name, args: packed } as const;
		const onLate = (late: unknown) => this.#discard(name, args, late);
		const result = unpackBytes(await link.ask(operation, name, options, onLate)) as Result<N>;
		this.#holdings.note(name, args, result);
		return result;
	}

	/** Gives back what a command opened whose caller had given up waiting. */
	#discard(name: CommandName, args: Args<CommandName>, late: unknown): void {
		const opened = this.#holdings.note(name, args, unpackBytes(late));
		if (opened === undefined || this.#isClosing) return;
		const closer = closerOf(opened);
		this.#call(closer.name, closer.args).catch(this.#onProblem);
	}

	#there(): Present {
		if (this.#isClosing) throw new ClosedError();
		if (this.#present === undefined) throw new NotConnectedError();
		return this.#present;
	}

	async #run(): Promise<void> {
		// Listeners are added after construction.
		await Promise.resolve();
		for (let attempt = 1; !this.#isClosing; attempt++) {
			if (attempt > 1) this.#setStatus({ kind: "connecting", attempt });
			const { cause, isRefused } = await this.#live(() => {
				attempt = 1;
			});
			if (this.#isClosing) break;
			const pauseMs = isRefused
				? REFUSED_PAUSE_MS
				: backoff(attempt, (this.#options.random ?? Math.random)());
			this.#setStatus({ kind: "disconnected", cause, attempt, retryAt: Date.now() + pauseMs });
			await this.#pause(pauseMs);
		}
		this.#setStatus({ kind: "closed" });
	}

	/** Connects and returns, when the connection is over or could not be made, why. */
	async #live(onConnected: () => void): Promise<{ cause: ConnectionCause; isRefused: boolean }> {
		let hasGreeted = false;
		try {
			const link = await BridgeLink.open({
				open: () => new this.#WebSocket(this.#address.socketUrl, this.#address.protocols),
				signal: this.#closing.signal,
				clock: this.#clock,
				timeoutMs: this.#timeoutMs,
				onHello: (link, hello) => this.#greeted(link, hello),
				onMessage: (message) => this.#receive(message),
				onBlock: (bytes) => this.#stream.receive(bytes),
				onProblem: this.#onProblem,
			});
			hasGreeted = true;
			onConnected();
			return { cause: (await link.ended).reason, isRefused: false };
		} catch (error) {
			return this.#explain(error, hasGreeted);
		} finally {
			this.#link = undefined;
			this.#present = undefined;
			// The bridge frees what its session held.
			this.#holdings.restarted();
			this.#stream.disconnected();
		}
	}

	#greeted(link: BridgeLink, { targets }: ServerMessageOf<"hello">): void {
		this.#link = link;
		const { target: wanted = targets[0]?.id } = this.#options;
		const number = targets.findIndex(({ id }) => id === wanted);
		const facts = targets[number];
		if (facts === undefined) {
			link.close(new ConnectionError(noSuchTarget(wanted, targets)));
			return;
		}
		this.#target = facts.id;
		this.#stream.connected({ link, target: facts.id, number });
		this.#targetChanged(facts);
	}

	#receive(message: ServerMessage): void {
		if (message.op === "status" && message.target.id === this.#target) this.#targetChanged(message.target);
	}

	#targetChanged(facts: TargetFacts): void {
		const link = this.#link;
		if (link === undefined || this.#isClosing) return;
		const status = statusOf(facts);
		const isLive = status.kind === "live" || status.kind === "stalled";
		this.#present = isLive ? { link, target: facts.id } : undefined;
		if (isLive && status.epoch !== this.#epoch) this.#holdings.restarted();
		if (isLive) this.#epoch = status.epoch;
		if (isLive) this.#stream.targetLive(status.epoch);
		else this.#stream.targetGone();
		this.#setStatus(status);
	}

	async #explain(
		error: unknown,
		hasGreeted: boolean,
	): Promise<{ cause: ConnectionCause; isRefused: boolean }> {
		if (!(error instanceof ConnectionError)) {
			this.#onProblem(error);
			const message = error instanceof Error ? error.message : String(error);
			const remedy = "It is tried again by itself.";
			return { cause: { code: "other", message: `${message}.`, remedy }, isRefused: false };
		}
		if (hasGreeted || error.reason.code !== "closed") return { cause: error.reason, isRefused: false };
		const { origin, healthUrl } = this.#address;
		const isRefused = await this.#answers(healthUrl);
		return { cause: isRefused ? refused(origin) : unreachable(origin), isRefused };
	}

	/** A WebSocket gives no reason for its failure; a bridge that refuses this client still answers others. */
	async #answers(url: string): Promise<boolean> {
		const ask = this.#options.fetch ?? (globalThis as { fetch?: typeof fetch }).fetch;
		if (ask === undefined) return false;
		const patience = new AbortController();
		const giveUp = () => patience.abort();
		const cancel = this.#clock.after(this.#timeoutMs, giveUp);
		this.#closing.signal.addEventListener("abort", giveUp, { once: true });
		try {
			return (await ask(url, { signal: patience.signal })).ok;
		} catch {
			// Away, or a bridge that answers pages of its own site only.
			return false;
		} finally {
			cancel();
			this.#closing.signal.removeEventListener("abort", giveUp);
		}
	}

	/** The bridge frees what this session held, before others are told that it is closed. */
	async #sayFarewell(): Promise<void> {
		const present = this.#present;
		if (present === undefined) return;
		const { link, target } = present;
		// When that fails or takes long, the bridge does it once the connection is gone.
		const done = () => {};
		const release = link.ask({ op: "releaseAll", target, keepPins: true }, "close").then(done, done);
		await within(this.#clock, FAREWELL_MS, release);
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

	#setStatus(status: PiStatus): void {
		if (this.#status.kind === "closed") return;
		this.#status = status;
		this.#listeners.tell(status);
	}
}

function noSuchTarget(wanted: string | undefined, targets: readonly TargetFacts[]): ConnectionCause {
	const ids = targets.map(({ id }) => id).join(", ");
	return {
		code: "other",
		message: `This gpioscope has no target "${wanted}".`,
		remedy: ids === "" ? "Start it with --pi." : `It has: ${ids}.`,
	};
}

function refused(origin: string): ConnectionCause {
	return {
		code: "refused",
		message: `gpioscope on ${origin} does not let this program in.`,
		remedy:
			"Use the token that it printed at its start; for a page of another site start it with --allow-origin.",
	};
}

function unreachable(origin: string): ConnectionCause {
	return {
		code: "unreachable",
		message: `gpioscope on ${origin} does not answer, or does not let this page in.`,
		remedy: "Check that it runs, and that the address is right. It is tried again by itself.",
	};
}
