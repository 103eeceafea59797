import type { Args, CommandName, CreatedWave, Pulse, Result } from "@gpioscope/protocol";
import { ClosedError, NotConnectedError } from "../errors.ts";
import type { PiStatus } from "../PiStatus.ts";
import type { Call, Feed, FeedOptions, PiTransport } from "../PiTransport.ts";

/** A command that was given. */
export interface Given {
	readonly name: CommandName;
	readonly args: Readonly<Record<string, unknown>>;
}

const CONNECTED = { address: "memory", epoch: 1, version: 79, revision: 0xa02082, since: 0 } as const;

/** A pigpiod of a few lines in memory: it answers as told, and reports when told. */
export class MemoryTransport implements PiTransport {
	readonly given: Given[] = [];
	readonly masks: { readonly bits: number; readonly events: number }[] = [];
	readonly closed: Promise<void>;
	/** The lines as BR1 reads them, and the tick as TICK does. */
	level = 0;
	tick = 1000;
	epoch = 1;
	status: PiStatus = { kind: "connecting", attempt: 1 };
	/** Asked first; undefined means the usual answer: level, tick, or 0. */
	script: (given: Given) => unknown = () => undefined;
	readonly #listeners = new Set<(status: PiStatus) => void>();
	#feed: FeedOptions | undefined;
	#isOpen = false;
	#resolveClosed = () => {};

	constructor() {
		this.closed = new Promise((resolve) => {
			this.#resolveClosed = resolve;
		});
	}

	/** How many feeds were opened. */
	feeds = 0;

	connect(): void {
		this.setStatus({ kind: "live", ...CONNECTED, epoch: this.epoch });
		this.#begin(false);
	}

	/** The connection is gone. */
	lose(): void {
		const cause = { code: "closed", message: "Gone.", remedy: "Wait." } as const;
		this.setStatus({ kind: "disconnected", cause, attempt: 0, retryAt: 0 });
		this.endFeed();
	}

	endFeed(): void {
		if (this.#isOpen) this.#feed?.onEnd();
		this.#isOpen = false;
	}

	/** Begins the feed, whether it has ended or not. */
	beginFeed(): void {
		this.#isOpen = false;
		this.#begin(true);
	}

	/** The connection is back. */
	reconnect(): void {
		this.setStatus({ kind: "live", ...CONNECTED, epoch: this.epoch });
		this.#begin(true);
	}

	setStatus(status: PiStatus): void {
		this.status = status;
		for (const listener of this.#listeners) listener(status);
	}

	/** A report: time goes on, and the lines have these levels. */
	report(level: number, micros = 10): void {
		this.reports([{ level, micros }]);
	}

	reports(changes: readonly { readonly level: number; readonly micros: number }[]): void {
		const ticks = new Uint32Array(changes.length);
		const levels = new Uint32Array(changes.length);
		changes.forEach(({ level, micros }, index) => {
			this.level = level;
			this.tick = (this.tick + micros) >>> 0;
			ticks[index] = this.tick;
			levels[index] = level;
		});
		this.#feed?.onChanges(ticks, levels, changes.length);
	}

	/** A report that was under way for long: it tells of that moment. */
	lateReport(level: number, tick: number): void {
		this.#feed?.onChanges(Uint32Array.of(tick), Uint32Array.of(level), 1);
	}

	watchdog(gpio: number): void {
		this.#feed?.onWatchdog(gpio, ++this.tick);
	}

	event(event: number): void {
		this.#feed?.onEvent(event, ++this.tick);
	}

	loss(cause: string, fromTick: number, toTick: number): void {
		this.#feed?.onLoss({ cause, fromTick, toTick });
	}

	onStatus(listener: (status: PiStatus) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
		if (this.status.kind === "closed") throw new ClosedError();
		if (this.status.kind !== "live") throw new NotConnectedError();
		const given = { name, args: args as Given["args"] };
		this.given.push(given);
		const usual = { readBank1: this.level, getTick: this.tick } as Readonly<Record<string, number>>;
		const answer = (await this.script(given)) ?? usual[name] ?? 0;
		if (answer instanceof Error) throw answer;
		return answer as Result<N>;
	}

	openFeed(options: FeedOptions): Feed {
		this.feeds++;
		this.#feed = options;
		this.masks.push({ bits: options.bits, events: options.events ?? 0 });
		if (this.status.kind === "live") queueMicrotask(() => this.#begin(false));
		return {
			change: async (bits, events) => {
				this.masks.push({ bits, events });
				return this.status.kind === "live" ? { tick: this.tick, level: this.level } : undefined;
			},
			close: () => {
				this.#feed = undefined;
			},
		};
	}

	async makeWave(pulses: readonly Pulse[]): Promise<CreatedWave> {
		await this.call("addPulses", { pulses });
		return { wave: await this.call("createWave", {}), pulses: pulses.length, controlBlocks: 0, micros: 0 };
	}

	waveTransaction<T>(work: (call: Call) => Promise<T>): Promise<T> {
		return work((name, args) => this.call(name, args));
	}

	async close(): Promise<void> {
		this.setStatus({ kind: "closed" });
		this.#resolveClosed();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.close();
	}

	#begin(continues: boolean): void {
		if (this.#feed === undefined || this.#isOpen) return;
		this.#isOpen = true;
		const { epoch, tick, level } = this;
		this.#feed.onBegin({ epoch, continues, tick, level });
	}
}
