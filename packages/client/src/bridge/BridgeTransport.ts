import {
	type Args,
	type CommandName,
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
import { type Clock, systemClock } from "../clock.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "../errors.ts";
import { Holdings } from "../Holdings.ts";
import type { PiStatus } from "../PiStatus.ts";
import type { Call, CallOptions, Feed, FeedOptions, PiTransport } from "../PiTransport.ts";
import { type EndedLife, Reconnection } from "../Reconnection.ts";
import { reportsAmongReplies } from "../reportsAmongReplies.ts";
import { StatusBoard } from "../StatusBoard.ts";
import { checkPulses } from "../waves/Waves.ts";
import { WaveTurns } from "../waves/WaveTurns.ts";
import { within } from "../within.ts";
import { BlockStream } from "./BlockStream.ts";
import { BridgeLink } from "./BridgeLink.ts";
import type { BridgeOptions } from "./BridgeOptions.ts";
import { type BridgeAddress, bridgeAddress } from "./bridgeAddress.ts";
import { noSuchTarget, refused, unreachable } from "./bridgeCauses.ts";
import { statusOf } from "./statusOf.ts";
import { platformWebSocket, type WebSocketConstructor } from "./WebSocketLike.ts";

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
	readonly #board = new StatusBoard();
	readonly #reconnection: Reconnection;
	readonly #stream: BlockStream;
	readonly #waves: WaveTurns;
	readonly #holdings = new Holdings();
	/** Id of the target that is used, or waited for. */
	#target: string | undefined;
	/** Of the pigpiod that was there last. */
	#epoch: number | undefined;
	#link: BridgeLink | undefined;
	/** The bridge and the pigpiod behind it are there. */
	#present: Present | undefined;
	readonly #closing = new AbortController();
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
		this.#reconnection = new Reconnection({
			board: this.#board,
			clock: this.#clock,
			random: options.random ?? Math.random,
			isOver: () => this.#isClosing,
			live: (onConnected) => this.#live(onConnected),
		});
		this.closed = this.#run();
	}

	get status(): PiStatus {
		return this.#board.status;
	}

	onStatus(listener: (status: PiStatus) => void): () => void {
		return this.#board.listen(listener);
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
		return this.#waves.transaction((name, args, options) => this.#call(name, args, options), work);
	}

	/** Tries to connect now, if it is waiting to; or the bridge to pigpiod. */
	retry(): void {
		this.#reconnection.goOn();
		const target = this.#target;
		if (target !== undefined) this.#link?.ask({ op: "retry", target }, "retry").catch(this.#onProblem);
	}

	async close(): Promise<void> {
		if (!this.#isClosing) {
			this.#isClosing = true;
			this.#stream.close();
			await this.#sayFarewell();
			this.#closing.abort();
			this.#reconnection.goOn();
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
		await this.#reconnection.run();
		this.#board.set({ kind: "closed" });
	}

	/** Connects and returns, when the connection is over or could not be made, why. */
	async #live(onConnected: () => void): Promise<EndedLife> {
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
			return { cause: (await link.ended).reason };
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
		this.#target = this.#options.target ?? targets[0]?.id;
		this.#listed(targets);
	}

	#receive(message: ServerMessage): void {
		if (message.op === "targets") this.#listed(message.targets);
		else if (message.op === "status" && message.target.id === this.#target)
			this.#targetChanged(message.target);
	}

	/** The bridge has these targets now. One that is not among them may be added yet: it is waited for. */
	#listed(targets: readonly TargetFacts[]): void {
		const link = this.#link;
		if (link === undefined) return;
		const facts = targets.find(({ id }) => id === this.#target);
		if (facts === undefined) {
			this.#present = undefined;
			this.#epoch = undefined;
			this.#holdings.restarted();
			this.#stream.removed();
			const cause = noSuchTarget(this.#target, targets);
			this.#board.set({ kind: "disconnected", cause, attempt: 1, retryAt: Number.POSITIVE_INFINITY });
			return;
		}
		this.#stream.connected({ link, target: facts.id });
		this.#targetChanged(facts);
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
		this.#board.set(status);
	}

	async #explain(error: unknown, hasGreeted: boolean): Promise<EndedLife> {
		if (!(error instanceof ConnectionError)) {
			this.#onProblem(error);
			const message = error instanceof Error ? error.message : String(error);
			const remedy = "It is tried again by itself.";
			return { cause: { code: "other", message: `${message}.`, remedy } };
		}
		if (hasGreeted || error.reason.code !== "closed") return { cause: error.reason };
		const { origin, healthUrl } = this.#address;
		const isRefused = await this.#answers(healthUrl);
		return isRefused ? { cause: refused(origin), pauseMs: REFUSED_PAUSE_MS } : { cause: unreachable(origin) };
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
}
