import {
	Capture,
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
import { hitsAreIn } from "./triggerHits.ts";
import type { TriggerRequest } from "./triggerMessages.ts";
import type { FromWorker } from "./workerMessages.ts";

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
	receive(message: TriggerRequest): void {
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
			case "putSegment":
				this.#put(message);
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
		for (const stretch of this.#watch.takeSegments()) this.#keep(stretch);
		this.#tellStatus();
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

	#put({ id, source, blocks }: Extract<TriggerRequest, { kind: "putSegment" }>): void {
		const segment = new Capture({ limit: Number.POSITIVE_INFINITY });
		try {
			for (const bytes of blocks) segment.append(decodeBlock(bytes));
			if (!this.#holds(source.trigger, source.hitTime)) this.#shelf.put(id, segment, source);
		} catch (error) {
			if (!(error instanceof BlockError)) throw error;
			this.#post({ kind: "fault", message: `A segment arrived damaged: ${error.message}` });
		}
	}

	#keep({ trigger, hit, hitTime: ticks, from, to }: SegmentStretch): void {
		const hitTime = ticks / this.#capture.ticksPerMicro;
		if (this.#holds(trigger, hitTime)) return;
		const segment = sliceOf(this.#capture, from, to);
		this.#shelf.put(`segment-${++this.#segments}`, segment, { kind: "segment", trigger, hit, hitTime });
		this.#dropOldest(trigger);
	}

	/** The bridge and this page may both have kept what was around a hit shortly before the page came. */
	#holds(trigger: number, hitTime: number): boolean {
		for (const [, { source }] of this.#shelf)
			if (source.kind === "segment" && source.trigger === trigger && source.hitTime === hitTime) return true;
		return false;
	}

	#dropOldest(trigger: number): void {
		const action = this.#triggers.find(({ number }) => number === trigger)?.action;
		if (action?.kind !== "segment") return;
		const ids = [...this.#shelf].flatMap(([id, { source }]) =>
			source.kind === "segment" && source.trigger === trigger && !source.isFromBridge ? [id] : [],
		);
		const droppable = ids.filter((id) => id !== this.#shown);
		for (const id of droppable.slice(0, Math.max(0, ids.length - action.keep)))
			if (this.#shelf.remove(id)) this.#post({ kind: "forgotten", id });
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
