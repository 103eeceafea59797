import type { Clock } from "@gpioscope/client";
import { blocksOf, Capture, type SegmentStretch, TriggerWatch } from "@gpioscope/logic";
import {
	decodeBlock,
	encodeBlock,
	type FetchedSegment,
	packBytes,
	type ServerMessageOf,
	type Trigger,
	type WatchedTrigger,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import type { BlockRing } from "../targets/BlockRing.ts";
import type { EncodedBlock } from "../targets/Ingest.ts";
import { SegmentStore } from "./SegmentStore.ts";

export interface TriggerDeskOptions {
	readonly target: string;
	readonly ring: BlockRing;
	readonly clock: Clock;
	/** Something about triggers or segments is new. */
	onNews(message: ServerMessageOf<"triggers">): void;
}

/** Changes that are kept for segments, while there are triggers: about 9 MB. */
const CAPTURE_CHANGES = 2 ** 20;
/** The oldest changes go in such parts. */
const CHUNK_CHANGES = 2 ** 16;
/** What is there already when triggers are set, so that a first segment has its time before the hit. */
const EARLIER_MICROS = 10_000_000;
const EARLIER_BYTES = 4 * 1024 * 1024;
/** News goes out and segments are cut out this often. */
const NEWS_MS = 100;
/** Bytes of blocks in one answer at least; a block more at most. As text they are twice as many. */
const ANSWER_BYTES = 512 * 1024;

/** Watches one target for triggers whether pages are there or not, and keeps segments for those that come later. */
export class TriggerDesk {
	readonly #options: TriggerDeskOptions;
	readonly #segments = new SegmentStore();
	#triggers: readonly Trigger[] = [];
	/** Only while there is something to watch for. */
	#watching: { readonly capture: Capture; readonly watch: TriggerWatch } | undefined;
	#told = "";
	#cancelNews: (() => void) | undefined;

	constructor(options: TriggerDeskOptions) {
		this.#options = options;
	}

	/** Watches for these from now on. @throws Refusal for what cannot be watched for without a page */
	set(triggers: readonly Trigger[]): void {
		const numbers = new Set(triggers.map(({ number }) => number));
		if (numbers.size < triggers.length)
			throw new Refusal("invalidArgument", "Two triggers have the same number.");
		for (const { number, action } of triggers) {
			if (action.kind !== "pause") continue;
			const message = `Trigger ${number} pauses a view, and without a page there is none.`;
			throw new Refusal("invalidArgument", message, "Let it count or keep segments.");
		}
		const watching = this.#watching ?? this.#begin();
		try {
			watching.watch.set(triggers);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw new Refusal("invalidArgument", error.message, "Complete it, or switch it off.");
		}
		this.#triggers = triggers;
		this.#watching = triggers.length === 0 ? undefined : watching;
		this.#tell();
	}

	/** A block of the target has come. */
	block({ bytes }: EncodedBlock): void {
		const watching = this.#watching;
		if (watching === undefined || watching.watch.isIdle) return;
		watching.capture.append(decodeBlock(bytes));
		watching.watch.advance();
		this.#cancelNews ??= this.#options.clock.after(NEWS_MS, () => {
			this.#cancelNews = undefined;
			this.#tell();
		});
	}

	/** Blocks of a segment from a place on. @throws Refusal when there is no such segment (any more) */
	fetch(segment: number, from = 0): FetchedSegment {
		const kept = this.#segments.get(segment);
		if (kept === undefined) {
			const remedy = "The list of segments tells which there are.";
			throw new Refusal("invalidArgument", `Segment ${segment} is not kept any more.`, remedy);
		}
		let next = from;
		for (let bytes = 0; next < kept.blocks.length && bytes < ANSWER_BYTES; )
			bytes += kept.blocks[next++]?.length ?? 0;
		const blocks = kept.blocks.slice(from, next).map(packBytes);
		return next < kept.blocks.length ? { blocks, next } : { blocks };
	}

	forget(segments: readonly number[]): void {
		for (const segment of segments) this.#segments.remove(segment);
		this.#tell();
	}

	/** How all stands. */
	get state(): ServerMessageOf<"triggers"> {
		return {
			op: "triggers",
			target: this.#options.target,
			triggers: this.#triggers.map((trigger) => this.#standing(trigger)),
			segments: this.#segments.list,
		};
	}

	close(): void {
		this.#cancelNews?.();
	}

	#begin() {
		const { ring } = this.#options;
		const capture = new Capture({ limit: CAPTURE_CHANGES, chunkSize: CHUNK_CHANGES });
		for (let number = ring.recent(EARLIER_MICROS, EARLIER_BYTES); number < ring.next; number++) {
			const block = ring.get(number);
			if (block !== undefined) capture.append(decodeBlock(block.bytes));
		}
		return { capture, watch: new TriggerWatch(capture) };
	}

	#standing(trigger: Trigger): WatchedTrigger {
		const status = this.#watching?.watch.status.find(({ number }) => number === trigger.number);
		const lastHit = status?.lastHit === undefined ? undefined : this.#wallTime(status.lastHit);
		return {
			trigger,
			// What pauses a view is refused, so nothing is ever done for good.
			phase: status?.phase === "filling" || status?.phase === "armed" ? status.phase : "off",
			count: status?.count ?? 0,
			...(lastHit === undefined ? {} : { lastHit }),
		};
	}

	#tell(): void {
		for (const stretch of this.#watching?.watch.takeSegments() ?? []) this.#keep(stretch);
		const { state } = this;
		const told = JSON.stringify(state);
		if (told === this.#told) return;
		this.#told = told;
		this.#options.onNews(state);
	}

	#keep({ trigger, hit, hitTime, from, to }: SegmentStretch): void {
		const capture = this.#watching?.capture;
		const action = this.#triggers.find(({ number }) => number === trigger)?.action;
		if (capture === undefined || action?.kind !== "segment") return;
		let number = 0;
		let changes = 0;
		const blocks = Array.from(blocksOf(capture, from, to), (content) => {
			changes += content.count;
			return encodeBlock({ ...content, number: number++ });
		});
		const at = this.#wallTime(hitTime);
		const facts = { trigger, hit, hitTime, ...(at === undefined ? {} : { at }), micros: to - from, changes };
		this.#segments.add(facts, blocks, action.keep);
	}

	/** A time of the capture by the bridge's clock. */
	#wallTime(time: number): number | undefined {
		const anchor = this.#watching?.capture.anchor;
		return anchor === undefined ? undefined : Math.round(anchor.wall + (time - anchor.time) / 1000);
	}
}
