import type { Feed, FeedBegin, Levels, PiStatus } from "@gpioscope/client";
import { type BridgeOptions, BridgeTransport } from "@gpioscope/client/bridge";
import { WebSocket } from "ws";
import type { Listening } from "../createBridge.ts";
import type { TestBench } from "./TestBench.ts";

/** A client over the bridge, for tests: waits for states. */
export class RemotePi {
	readonly transport: BridgeTransport;
	/** WebSockets that it has opened, the newest last. */
	readonly sockets: WebSocket[];

	/** One that is connected to pigpiod. */
	static async join(bench: TestBench, at: Listening, options: BridgeOptions = {}): Promise<RemotePi> {
		const pi = new RemotePi({ url: at.url, ...options });
		bench.add(pi.transport);
		await pi.until(({ kind }) => kind === "live");
		return pi;
	}

	constructor(options: BridgeOptions) {
		const sockets: WebSocket[] = [];
		this.sockets = sockets;
		this.transport = new BridgeTransport({
			WebSocket: class extends WebSocket {
				constructor(url: string, protocols: string[]) {
					super(url, protocols);
					sockets.push(this);
				}
			},
			...options,
		});
	}

	/** Cuts the connection to the bridge, as a network does. */
	cut(): void {
		this.sockets.at(-1)?.terminate();
	}

	/** The first status that fits, now or later. */
	until(fits: (status: PiStatus) => boolean): Promise<PiStatus> {
		return new Promise((resolve) => {
			const stop = this.transport.onStatus((status) => look(status));
			const look = (status: PiStatus) => {
				if (!fits(status)) return;
				stop();
				resolve(status);
			};
			look(this.transport.status);
		});
	}

	/** A feed of these GPIOs that keeps what it hears. */
	feed(bits: number, events = 0): KeptFeed {
		return new KeptFeed(this.transport, bits, events);
	}
}

/** What one feed told. */
export class KeptFeed {
	readonly begins: FeedBegin[] = [];
	readonly edges: { readonly gpio: number; readonly level: number; readonly tick: number }[] = [];
	readonly losses: { readonly cause: string; readonly fromTick: number; readonly toTick: number }[] = [];
	readonly watchdogs: number[] = [];
	readonly events: number[] = [];
	ends = 0;
	level = 0;
	readonly feed: Feed;
	#waiting: (() => void)[] = [];
	#bits: number;

	constructor(transport: BridgeTransport, bits: number, events: number) {
		this.#bits = bits;
		const noted = (note: () => void) => {
			note();
			for (const resolve of this.#waiting.splice(0)) resolve();
		};
		this.feed = transport.openFeed({
			bits,
			events,
			onBegin: (begin) =>
				noted(() => {
					this.begins.push(begin);
					this.level = begin.level;
				}),
			onChanges: (ticks, levels, count) =>
				noted(() => {
					for (let i = 0; i < count; i++) this.#noteChange(ticks[i] ?? 0, levels[i] ?? 0);
				}),
			onWatchdog: (gpio) => noted(() => this.watchdogs.push(gpio)),
			onEvent: (event) => noted(() => this.events.push(event)),
			onLoss: (loss) => noted(() => this.losses.push(loss)),
			onEnd: () => noted(() => this.ends++),
		});
	}

	/** Watches other GPIOs from now on. */
	async watch(bits: number): Promise<Levels | undefined> {
		this.#bits = bits;
		const levels = await this.feed.change(bits, 0);
		if (levels !== undefined) this.level = levels.level;
		return levels;
	}

	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	#noteChange(tick: number, level: number): void {
		const begin = this.begins.at(-1);
		const changed = (level ^ this.level) & this.#bits;
		this.level = level;
		// Up to the tick of the beginning, changes only correct the levels.
		if (begin !== undefined && ((tick - begin.tick) | 0) <= 0) return;
		for (let gpio = 0; gpio < 32; gpio++) {
			if (((changed >>> gpio) & 1) === 1) this.edges.push({ gpio, level: (level >>> gpio) & 1, tick });
		}
	}
}
