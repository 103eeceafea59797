import { type Clock, systemClock } from "../../clock.ts";
import { ClosedError, ConnectionError, NotConnectedError } from "../../errors.ts";
import type { Feed, FeedBegin, PiTransport } from "../../PiTransport.ts";
import type { Gap, GapEnd } from "../records.ts";
import { Audience, type Masks } from "./Audience.ts";
import { LevelTracker, type Sounding } from "./LevelTracker.ts";
import { Timeline } from "./Timeline.ts";
import { Watch, type WatchOptions } from "./Watch.ts";

/** Tells a watch that has begun what came before it was known to have: `tracker` has the levels at its begin. */
type Early = (watch: Watch, tracker: LevelTracker) => void;

/** Levels asked for, in ticks. */
interface Answers {
	readonly before: number;
	readonly level: number;
	readonly after: number;
}

/** The one feed that all callbacks, waits and iterators of a client share; its masks follow what they want. */
export class SharedFeed {
	readonly #transport: PiTransport;
	readonly #timeline: Timeline;
	readonly #audience: Audience;
	readonly #tracker = new LevelTracker();
	#feed: Feed | undefined;
	/** What the feed was last asked for, and its answer. */
	#asked: Masks | undefined;
	#change: Promise<unknown> = Promise.resolve();
	#hasBegun = false;
	/** Counts begins and losses, so that what was asked before one is not taken for later. */
	#turns = 0;
	/** For each watch that is beginning, the reports that overtake the answers to its questions. */
	readonly #early = new Set<Early[]>();
	#gap: Omit<Gap, "to"> | undefined;
	/** Reports up to this time lie within the gap. */
	#gapUntil = 0;
	#isEnded: boolean;

	constructor(transport: PiTransport, clock: Clock = systemClock) {
		this.#transport = transport;
		this.#timeline = new Timeline(clock);
		this.#audience = new Audience(this.#timeline);
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
		this.#audience.watches = [...this.#audience.watches, watch];
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
		this.#audience.watches = this.#audience.watches.filter((each) => each !== watch);
		this.#tracker.keep(this.#audience.wanted.bits);
	}

	#open(): void {
		const { wanted } = this.#audience;
		this.#asked = wanted;
		this.#feed = this.#transport.openFeed({
			...wanted,
			onBegin: (begin) => this.#begin(begin),
			onChanges: (ticks, levels, count) => this.#changes(ticks, levels, count),
			onWatchdog: (gpio, tick) => {
				this.#audience.tellTimeout(gpio, tick);
				this.#keepEarly((watch) => this.#audience.tellTimeout(gpio, tick, watch));
			},
			onEvent: (event, tick) => {
				this.#audience.tellEvent(event, tick);
				this.#keepEarly((watch) => this.#audience.tellEvent(event, tick, watch));
			},
			onLoss: ({ cause, fromTick, toTick }) => this.#lose(cause, fromTick, toTick),
			onEnd: () => this.#disconnect(),
		});
	}

	/** Makes pigpiod report what is wanted. */
	#apply(): Promise<unknown> {
		const { wanted } = this.#audience;
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
			// Without a connection, or with a new one, the watch begins as the feed does.
			while (this.#hasBegun && !watch.isReady) {
				const turn = this.#turns;
				const early: Early[] = [];
				this.#early.add(early);
				try {
					const [answers] = await Promise.all([this.#ask(), change]);
					if (turn === this.#turns && watch.isActive) this.#beginWatch(watch, answers, early);
				} finally {
					this.#early.delete(early);
				}
			}
		} catch (error) {
			if (isLossOfConnection(error) || !watch.isActive) return;
			this.#remove(watch);
			watch.end(error);
		}
	}

	#beginWatch(watch: Watch, answers: Answers, early: readonly Early[]): void {
		const fresh = watch.bits & ~this.#tracker.tracked;
		const sounding = this.#sound(watch.bits, answers);
		watch.begin(sounding.after);
		if (early.length === 0) return;
		const tracker = new LevelTracker();
		tracker.sound(watch.bits, sounding);
		for (const tell of early) tell(watch, tracker);
		this.#tracker.adopt(fresh, tracker);
	}

	/** Reads the levels, and the tick before and after. */
	async #ask(): Promise<Answers> {
		const [before, level, after] = await Promise.all([
			this.#transport.call("getTick", {}),
			this.#transport.call("readBank1", {}),
			this.#transport.call("getTick", {}),
		]);
		return { before, level, after };
	}

	/** Tracks these lines from levels that were read, which may end a gap. */
	#sound(bits: number, { before, level, after }: Answers): Sounding {
		const sounding = { before: this.#timeline.timeOf(before), level, after: this.#timeline.timeOf(after) };
		const changed = this.#tracker.sound(bits & this.#audience.wanted.bits, sounding);
		this.#resume(changed, level, after, sounding.after);
		return sounding;
	}

	#begin({ epoch, tick, level }: FeedBegin): void {
		if (this.#hasBegun) this.#disconnect();
		this.#turns++;
		this.#hasBegun = true;
		this.#timeline.begin(epoch, tick);
		const time = this.#timeline.timeOf(tick);
		const { watches, wanted } = this.#audience;
		const changed = this.#tracker.begin(wanted.bits, time, level);
		// Those that watched before hear of the gap before what comes after it.
		for (const watch of watches) if (watch.isReady) watch.since = Number.NEGATIVE_INFINITY;
		this.#resume(changed, level, tick, time);
		for (const watch of watches) watch.begin(time);
	}

	#changes(ticks: Uint32Array, levels: Uint32Array, count: number): void {
		if (count === 0) return;
		const base = this.#timeline.timeOf(ticks[0] ?? 0);
		for (let i = 0; i < count; i++) {
			const tick = ticks[i] ?? 0;
			const level = levels[i] ?? 0;
			const time = base + ((tick - base) | 0);
			const wasLost = this.#tracker.isLost;
			if (wasLost && time < this.#gapUntil) continue;
			const changed = this.#tracker.report(time, level);
			if (wasLost) this.#resume(changed, level, tick, time);
			else if (changed !== 0) this.#audience.tellEdges(changed, level, tick, time);
		}
		this.#timeline.timeOf(ticks[count - 1] ?? 0);
		if (this.#early.size > 0) this.#keepEarlyChanges(ticks.slice(0, count), levels.slice(0, count));
	}

	#keepEarlyChanges(ticks: Uint32Array, levels: Uint32Array): void {
		this.#keepEarly((watch, tracker) => {
			ticks.forEach((tick, i) => {
				const level = levels[i] ?? 0;
				const time = this.#timeline.timeOf(tick);
				const changed = tracker.report(time, level);
				this.#audience.tellEdges(changed, level, tick, time, undefined, watch);
			});
		});
	}

	#keepEarly(early: Early): void {
		for (const each of this.#early) each.push(early);
	}

	#lose(cause: string, fromTick: number, toTick: number): void {
		const turn = ++this.#turns;
		this.#tracker.lose();
		this.#gap ??= { kind: "gap", cause, from: this.#moment(this.#timeline.timeOf(fromTick)) };
		this.#gapUntil = this.#timeline.timeOf(toTick);
		// A quiet line would leave the gap open: its level is asked for.
		this.#ask().then(
			(answers) => {
				if (turn === this.#turns && this.#tracker.isLost) this.#sound(0, answers);
			},
			(error: unknown) => {
				if (this.#gap !== undefined && !isLossOfConnection(error)) this.#audience.tellGap(this.#gap);
			},
		);
	}

	#disconnect(): void {
		this.#hasBegun = false;
		this.#tracker.lose();
		const from = this.#gap?.from ?? this.#moment(this.#timeline.time);
		this.#gap = { kind: "gap", cause: "disconnected", from };
		this.#audience.tellGap(this.#gap);
	}

	/** Levels are known again: says what was missed. Without a gap there is nothing to say. */
	#resume(changed: number, level: number, tick: number, time: number): void {
		if (this.#gap === undefined) return;
		const gap: Gap = { ...this.#gap, to: this.#moment(time) };
		this.#gap = undefined;
		this.#audience.tellGap(gap);
		this.#audience.tellEdges(changed, level, tick, time, gap);
	}

	#moment(time: number): GapEnd {
		return { time, epoch: this.#timeline.epoch };
	}

	#end(): void {
		this.#isEnded = true;
		const { watches } = this.#audience;
		this.#audience.watches = [];
		for (const watch of watches) watch.end(new ClosedError());
	}
}

function isLossOfConnection(error: unknown): boolean {
	return error instanceof NotConnectedError || error instanceof ConnectionError;
}
