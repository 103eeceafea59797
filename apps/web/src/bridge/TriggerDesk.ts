import {
	Capture,
	SegmentBacklog,
	type SegmentStretch,
	sliceOf,
	type Trigger,
	type TriggeredPause,
	type TriggerStatus,
	TriggerWatch,
} from "@gpioscope/logic";
import { BlockError, decodeBlock } from "@gpioscope/protocol";
import { type CaptureId, LIVE } from "./CaptureEntry.ts";
import type { CaptureShelf } from "./CaptureShelf.ts";
import { MOST_SEGMENT_CHANGES } from "./segmentRoom.ts";
import { hitsAreIn } from "./triggerHits.ts";
import type { TriggerRequest } from "./triggerMessages.ts";
import type { FromWorker } from "./workerMessages.ts";

type PutSegment = Extract<TriggerRequest, { kind: "putSegment" }>;
type SegmentSource = PutSegment["source"];

/** Watches the live capture for triggers, tells the page of hits and puts segments on the shelf. */
export class TriggerDesk {
	readonly #shelf: CaptureShelf;
	readonly #post: (message: FromWorker) => void;
	readonly #capture: Capture;
	readonly #watch: TriggerWatch;
	#triggers: readonly Trigger[] = [];
	#shown: CaptureId = LIVE;
	/** Whether the view follows the live capture. */
	#isLive = true;
	/** Whether what comes has only just happened. */
	#isNew = true;
	readonly #backlog = new SegmentBacklog();
	#segments = 0;
	/** The status that the page knows, as text. */
	#told = "[]";

	constructor(shelf: CaptureShelf, post: (message: FromWorker) => void) {
		this.#shelf = shelf;
		this.#post = post;
		this.#capture = shelf.get(LIVE).capture;
		this.#watch = new TriggerWatch(this.#capture);
		hitsAreIn(this.#capture, this.#watch);
	}

	/** Takes a message from the page. */
	receive(message: Exclude<TriggerRequest, PutSegment>): void {
		switch (message.kind) {
			case "setTriggers":
				this.#set(message.triggers);
				break;
			case "clearTriggerCounts":
				this.#watch.clearCounts(message.numbers);
				break;
			case "liveView":
				this.#isLive = message.isLive;
				this.#watch.isLive = message.isLive && this.#isNew;
				break;
			case "shown":
				this.#shown = message.id;
				break;
		}
		this.#tellStatus();
	}

	/** A block was appended to the live capture. What is of the past counts, but pauses nothing. */
	blockCame(isNew: boolean): void {
		if (isNew !== this.#isNew) {
			this.#isNew = isNew;
			this.#watch.isLive = this.#isLive && isNew;
		}
		const pause = this.#watch.advance();
		if (pause === undefined) return;
		this.#post({ kind: "triggered", pause: inMicros(pause, this.#capture.ticksPerMicro) });
		this.#tellStatus();
	}

	/** Cuts out the segments that are complete, and says how the triggers stand. To be called ten times a second. */
	publish(): void {
		this.#backlog.take("", this.#triggers, this.#watch.takeSegments());
		if (this.#backlog.isBusy) {
			for (const { stretch } of this.#backlog.next(this.#capture)) this.#keep(stretch);
			this.#dropOldest();
		}
		this.#tellStatus();
	}

	/**
	 * Puts a segment that the bridge has kept on the shelf. Tells the id under which it is there: another when the page has
	 * kept what was around that very hit itself; undefined when it came damaged.
	 */
	put({ id, source, blocks }: PutSegment): CaptureId | undefined {
		const known = this.#find(source);
		if (known !== undefined) return known;
		const segment = new Capture({ limit: Number.POSITIVE_INFINITY });
		try {
			for (const bytes of blocks) segment.append(decodeBlock(bytes));
			this.#shelf.put(id, segment, source);
			return id;
		} catch (error) {
			if (!(error instanceof BlockError)) throw error;
			this.#post({ kind: "fault", message: `A segment arrived damaged: ${error.message}` });
			return undefined;
		}
	}

	#set(triggers: readonly Trigger[]): void {
		try {
			this.#watch.set(triggers);
			this.#triggers = triggers;
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			this.#post({ kind: "fault", message: error.message });
		}
	}

	#keep({ trigger, hit, hitTime: ticks, from, to }: SegmentStretch): void {
		const hitTime = ticks / this.#capture.ticksPerMicro;
		const source = { kind: "segment", trigger, hit, hitTime } as const;
		if (this.#find(source) !== undefined) return;
		this.#shelf.put(`segment-${++this.#segments}`, sliceOf(this.#capture, from, to), source);
	}

	/** The bridge and this page may both have kept what was around a hit shortly before the page came. */
	#find({ trigger, hitTime, owner }: SegmentSource): CaptureId | undefined {
		for (const [id, { source }] of this.#shelf)
			if (
				source.kind === "segment" &&
				source.trigger === trigger &&
				source.hitTime === hitTime &&
				source.owner === owner
			)
				return id;
		return undefined;
	}

	/** Of each trigger the newest stay, and of all as much as there is room for; what the bridge kept is not counted. */
	#dropOldest(): void {
		const own = [...this.#shelf].flatMap(
			([
				id,
				{
					source,
					capture: { changes },
				},
			]) =>
				source.kind === "segment" && source.bridgeSegment === undefined
					? [{ id, trigger: source.trigger, changes }]
					: [],
		);
		const room = new Map(
			this.#triggers.flatMap(({ number, action }) =>
				action.kind === "segment" ? [[number, action.keep] as const] : [],
			),
		);
		let changes = 0;
		for (const segment of own.toReversed()) {
			const left = room.get(segment.trigger) ?? Number.POSITIVE_INFINITY;
			room.set(segment.trigger, left - 1);
			changes += segment.changes;
			const isTooMuch = changes > MOST_SEGMENT_CHANGES && segment !== own.at(-1);
			if ((left > 0 && !isTooMuch) || segment.id === this.#shown) continue;
			if (this.#shelf.remove(segment.id)) this.#post({ kind: "forgotten", id: segment.id });
		}
	}

	#tellStatus(): void {
		const { ticksPerMicro } = this.#capture;
		const status = this.#watch.status.map(
			({ lastHit, ...rest }): TriggerStatus => ({
				...rest,
				lastHit: lastHit === undefined ? undefined : lastHit / ticksPerMicro,
			}),
		);
		const told = JSON.stringify(status);
		if (told === this.#told) return;
		this.#told = told;
		this.#post({ kind: "triggerStatus", status });
	}
}

function inMicros(pause: TriggeredPause, ticks: number): TriggeredPause {
	const { hitTime, from, to } = pause;
	return { ...pause, hitTime: hitTime / ticks, from: from / ticks, to: to / ticks };
}
