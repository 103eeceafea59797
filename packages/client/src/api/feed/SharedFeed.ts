import { type Clock, systemClock } from "../../clock.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "../../errors.ts";
import { runApart } from "../../Listeners.ts";
import type { Feed, FeedBegin, PiTransport } from "../../PiTransport.ts";
import type { Edge, Gap, GapEnd } from "../records.ts";
import { LevelTracker } from "./LevelTracker.ts";
import { Timeline } from "./Timeline.ts";
import { Watch, type WatchOptions } from "./Watch.ts";

const LINES = 32;

interface Masks {
	readonly bits: number;
	readonly events: number;
}

/** The one feed that all callbacks, waits and iterators of a client share; its masks follow what they want. */
export class SharedFeed {
	readonly #transport: PiTransport;
	readonly #timeline: Timeline;
	readonly #tracker = new LevelTracker();
	// Replaced and never changed, so that a listener may add and stop watches while it is told.
	#watches: readonly Watch[] = [];
	readonly #byGpio: (readonly Watch[])[] = Array.from({ length: LINES }, () => []);
	#feed: Feed | undefined;
	/** What the feed was last asked for, and its answer. */
	#asked: Masks | undefined;
	#change: Promise<unknown> = Promise.resolve();
	#hasBegun = false;
	/** Counts begins and losses, so that what was asked before one is not taken for later. */
	#turns = 0;
	#gap: Omit<Gap, "to"> | undefined;
	/** Reports up to this time lie within the gap. */
	#gapUntil = 0;
	#isEnded: boolean;

	constructor(transport: PiTransport, clock: Clock = systemClock) {
		this.#transport = transport;
		this.#timeline = new Timeline(clock);
		this.#isEnded = transport.status.kind === "closed";
		transport.onStatus(({ kind }) => {
			if (kind === "closed") this.#end();
		});
	}

	/** Opens the feed now and not with the first watch. Resolves when reports flow. */
	async open(): Promise<void> {
		const watch = this.watch({});
		await watch.ready;
		await this.stop(watch);
	}

	/** Begins to watch. */
	watch(options: WatchOptions): Watch {
		const watch = new Watch(options);
		if (this.#isEnded) {
			watch.end(new ClosedError());
			return watch;
		}
		this.#setWatches([...this.#watches, watch]);
		if (this.#feed === undefined) this.#open();
		else if (this.#hasBegun) this.#start(watch);
		else this.#apply().catch(() => {});
		return watch;
	}

	/** Ends a watch: nothing more is told from now on. Resolves when pigpiod has been told. */
	async stop(watch: Watch): Promise<void> {
		if (!watch.isActive) return;
		watch.stop();
		this.#remove(watch);
		// If that fails, reports that nobody wants do no harm, and the masks are set anew with the next watch.
		await this.#apply().catch(() => {});
	}

	#remove(watch: Watch): void {
		this.#setWatches(this.#watches.filter((each) => each !== watch));
		this.#tracker.keep(this.#wanted().bits);
	}

	#setWatches(watches: readonly Watch[]): void {
		this.#watches = watches;
		for (let gpio = 0; gpio < LINES; gpio++) {
			this.#byGpio[gpio] = watches.filter(({ bits }) => ((bits >>> gpio) & 1) === 1);
		}
	}

	#wanted(): Masks {
		let bits = 0;
		let events = 0;
		for (const watch of this.#watches) {
			bits |= watch.bits;
			events |= watch.events;
		}
		return { bits: bits >>> 0, events: events >>> 0 };
	}

	#open(): void {
		const wanted = this.#wanted();
		this.#asked = wanted;
		this.#feed = this.#transport.openFeed({
			...wanted,
			onBegin: (begin) => this.#begin(begin),
			onChanges: (ticks, levels, count) => this.#changes(ticks, levels, count),
			onWatchdog: (gpio, tick) => this.#watchdog(gpio, tick),
			onEvent: (event, tick) => this.#event(event, tick),
			onLoss: ({ cause, fromTick, toTick }) => this.#lose(cause, fromTick, toTick),
			onEnd: () => this.#disconnect(),
		});
	}

	/** Makes pigpiod report what is wanted. */
	#apply(): Promise<unknown> {
		const wanted = this.#wanted();
		const feed = this.#feed;
		if (feed === undefined) return Promise.resolve();
		if (wanted.bits === this.#asked?.bits && wanted.events === this.#asked.events) return this.#change;
		const change = feed.change(wanted.bits, wanted.events);
		this.#asked = wanted;
		this.#change = change;
		change.catch(() => {
			if (this.#change === change) this.#asked = undefined;
		});
		return change;
	}

	/** Lets a watch begin while the feed runs. All is asked at once, so that what is called after it comes after it. */
	async #start(watch: Watch): Promise<void> {
		try {
			const change = this.#apply();
			const sounding = this.#sound(watch.bits);
			await Promise.all([change, sounding]);
			// Without a connection, or with a new one, the watch begins as the feed does.
			let time = await sounding;
			while (this.#hasBegun && !watch.isReady) {
				if (time !== undefined) watch.begin(time);
				else time = await this.#sound(watch.bits);
			}
		} catch (error) {
			if (isLossOfConnection(error) || !watch.isActive) return;
			this.#remove(watch);
			watch.end(error);
		}
	}

	/**
	 * Asks for levels and tracks these lines from then on. Returns from when; nothing if meanwhile the feed began anew or
	 * reports were lost.
	 */
	async #sound(bits: number): Promise<number | undefined> {
		const turn = this.#turns;
		const [before, level, after] = await Promise.all([
			this.#transport.call("getTick", {}),
			this.#transport.call("readBank1", {}),
			this.#transport.call("getTick", {}),
		]);
		if (turn !== this.#turns || !this.#hasBegun) return undefined;
		const sounding = {
			before: this.#timeline.timeOf(before),
			level,
			after: this.#timeline.timeOf(after),
		};
		const changed = this.#tracker.sound(bits & this.#wanted().bits, sounding);
		this.#resume(changed, level, after, sounding.after);
		return sounding.after;
	}

	#begin({ epoch, tick, level }: FeedBegin): void {
		if (this.#hasBegun) this.#disconnect();
		this.#turns++;
		this.#hasBegun = true;
		this.#timeline.begin(epoch, tick);
		const time = this.#timeline.timeOf(tick);
		const { bits } = this.#wanted();
		const changed = this.#tracker.begin(bits, time, level);
		// Those that watched before hear of the gap before what comes after it.
		for (const watch of this.#watches) if (watch.isReady) watch.since = Number.NEGATIVE_INFINITY;
		this.#resume(changed, level, tick, time);
		for (const watch of this.#watches) watch.begin(time);
	}

	#changes(ticks: Uint32Array, levels: Uint32Array, count: number): void {
		if (count === 0) return;
		const firstTick = ticks[0] ?? 0;
		const base = this.#timeline.timeOf(firstTick);
		for (let i = 0; i < count; i++) {
			const tick = ticks[i] ?? 0;
			const level = levels[i] ?? 0;
			const time = base + ((tick - firstTick) | 0);
			const wasLost = this.#tracker.isLost;
			if (wasLost && time < this.#gapUntil) continue;
			const changed = this.#tracker.report(time, level);
			if (wasLost) this.#resume(changed, level, tick, time);
			else if (changed !== 0) this.#tellEdges(changed, level, tick, time);
		}
		this.#timeline.timeOf(ticks[count - 1] ?? firstTick);
	}

	#tellEdges(changed: number, levels: number, tick: number, time: number, gap?: Gap): void {
		const { epoch } = this.#timeline;
		for (let rest = changed; rest !== 0; rest &= rest - 1) {
			const gpio = 31 - Math.clz32(rest & -rest);
			const level = ((levels >>> gpio) & 1) as 0 | 1;
			let made: Edge | undefined;
			for (const watch of this.#byGpio[gpio] ?? []) {
				if (!watch.wants(level, time)) continue;
				const edge = made ?? {
					kind: "edge",
					gpio,
					level,
					tick,
					time,
					epoch,
					...(gap === undefined ? {} : { gap }),
				};
				made = edge;
				runApart(() => watch.options.onEdge?.(edge));
			}
		}
	}

	#watchdog(gpio: number, tick: number): void {
		const time = this.#timeline.timeOf(tick);
		const { epoch } = this.#timeline;
		for (const watch of this.#byGpio[gpio] ?? []) {
			if (!watch.covers(time)) continue;
			runApart(() => watch.options.onTimeout?.({ kind: "timeout", gpio, level: 2, tick, time, epoch }));
		}
	}

	#event(event: number, tick: number): void {
		const time = this.#timeline.timeOf(tick);
		const { epoch } = this.#timeline;
		for (const watch of this.#watches) {
			if (((watch.events >>> event) & 1) === 0 || !watch.covers(time)) continue;
			runApart(() => watch.options.onEvent?.({ kind: "event", event, tick, time, epoch }));
		}
	}

	#lose(cause: string, fromTick: number, toTick: number): void {
		this.#turns++;
		this.#tracker.lose();
		this.#gap ??= { kind: "gap", cause, from: this.#moment(this.#timeline.timeOf(fromTick)) };
		this.#gapUntil = this.#timeline.timeOf(toTick);
		const { bits } = this.#wanted();
		// A quiet line would leave the gap open: its level is asked for.
		this.#sound(bits).catch((error: unknown) => {
			if (this.#gap !== undefined && !isLossOfConnection(error)) this.#tellGap(this.#gap);
		});
	}

	#disconnect(): void {
		this.#hasBegun = false;
		this.#tracker.lose();
		const from = this.#gap?.from ?? this.#moment(this.#timeline.time);
		this.#gap = { kind: "gap", cause: "disconnected", from };
		this.#tellGap(this.#gap);
	}

	/** Levels are known again: says what was missed. Without a gap there is nothing to say. */
	#resume(changed: number, level: number, tick: number, time: number): void {
		if (this.#gap === undefined) return;
		const gap: Gap = { ...this.#gap, to: this.#moment(time) };
		this.#gap = undefined;
		this.#tellGap(gap);
		this.#tellEdges(changed, level, tick, time, gap);
	}

	#tellGap(gap: Gap): void {
		for (const watch of this.#watches) {
			if (watch.isActive && watch.isReady) runApart(() => watch.options.onGap?.(gap));
		}
	}

	#moment(time: number): GapEnd {
		return { time, epoch: this.#timeline.epoch };
	}

	#end(): void {
		this.#isEnded = true;
		const watches = this.#watches;
		this.#setWatches([]);
		for (const watch of watches) watch.end(new ClosedError());
	}
}

function isLossOfConnection(error: unknown): boolean {
	return error instanceof NotConnectedError || error instanceof ConnectionError;
}
