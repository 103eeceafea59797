import type { Clock } from "@gpioscope/client";
import { blocksOf, Capture, type DueSegment, SegmentBacklog, TriggerWatch } from "@gpioscope/logic";
import {
	decodeBlock,
	encodeBlock,
	type FetchedSegment,
	MAX_TRIGGERS_OF_ALL,
	packBytes,
	type ServerMessageOf,
	type Trigger,
	type TriggerOwner,
	type WatchedTrigger,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import type { BlockRing } from "../targets/BlockRing.ts";
import { SegmentStore } from "./SegmentStore.ts";
import { wallTimeIn } from "./wallTimeIn.ts";

export interface TriggerDeskOptions {
	readonly target: string;
	readonly ring: BlockRing;
	readonly clock: Clock;
	/** Something about triggers or segments is new. */
	onNews(message: ServerMessageOf<"triggers"> | ServerMessageOf<"segments">): void;
	/** Watching has failed, and ended. */
	onFault(error: unknown): void;
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

/** Who sets triggers without saying so. */
const NOBODY: TriggerOwner = { id: "", name: "" };

/** What one owner has watched for. */
interface Watched {
	readonly owner: TriggerOwner;
	readonly triggers: readonly Trigger[];
	readonly watch: TriggerWatch;
}

/** Watches one target for triggers whether pages are there or not, and keeps segments for those that come later. */
export class TriggerDesk {
	readonly #options: TriggerDeskOptions;
	readonly #segments = new SegmentStore();
	readonly #backlog = new SegmentBacklog();
	/** By the ids of their owners. */
	readonly #watched = new Map<string, Watched>();
	/** Only while there is something to watch for. */
	#capture: Capture | undefined;
	/** Number of the block that it goes on with. */
	#next = 0;
	#told = "[]";
	#cancelNews: (() => void) | undefined;

	constructor(options: TriggerDeskOptions) {
		this.#options = options;
	}

	/**
	 * Watches for these triggers of an owner from now on, and for no others of that owner.
	 * @throws Refusal for what cannot be watched for without a page, and when all owners have too many
	 */
	set(triggers: readonly Trigger[], owner = NOBODY): void {
		this.#check(triggers, owner);
		const capture = this.#upToDate();
		const watch = this.#watched.get(owner.id)?.watch ?? new TriggerWatch(capture);
		try {
			watch.set(triggers);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw new Refusal("invalidArgument", error.message, "Complete it, or switch it off.");
		}
		if (triggers.length > 0) this.#watched.set(owner.id, { owner, triggers, watch });
		else this.#watched.delete(owner.id);
		this.#capture = this.#watched.size === 0 ? undefined : capture;
		this.#tell();
	}

	/** There is a new block in the ring. */
	blockReady(): void {
		if (this.#isIdle || this.#capture === undefined) return;
		try {
			this.#goOn(this.#capture);
			for (const { watch } of this.#watched.values()) watch.advance();
		} catch (error) {
			this.#fail(error);
		}
		this.#tellSoon();
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

	/** What is watched for, and how that stands. */
	get triggers(): ServerMessageOf<"triggers"> {
		const triggers = [...this.#watched.values()].flatMap((watched) => standingOf(watched, this.#capture));
		return { op: "triggers", target: this.#options.target, triggers };
	}

	/** All segments. */
	get segments(): ServerMessageOf<"segments"> {
		const { list, limits } = this.#segments;
		return { op: "segments", target: this.#options.target, whole: true, kept: list, gone: [], limits };
	}

	close(): void {
		this.#cancelNews?.();
	}

	#check(triggers: readonly Trigger[], owner: TriggerOwner): void {
		if (new Set(triggers.map(({ number }) => number)).size < triggers.length)
			throw new Refusal("invalidArgument", "Two triggers have the same number.");
		for (const { number, action } of triggers) {
			if (action.kind !== "pause") continue;
			const message = `Trigger ${number} pauses a view, and without a page there is none.`;
			throw new Refusal("invalidArgument", message, "Let it count or keep segments.");
		}
		const others = [...this.#watched.values()].filter((watched) => watched.owner.id !== owner.id);
		const count = others.reduce((sum, watched) => sum + watched.triggers.length, 0);
		if (count + triggers.length <= MAX_TRIGGERS_OF_ALL) return;
		const message = `The target is watched for ${count} triggers of others already, and for not more than ${MAX_TRIGGERS_OF_ALL} of all.`;
		throw new Refusal("invalidArgument", message, "Take some of the others off first.");
	}

	get #isIdle(): boolean {
		for (const { watch } of this.#watched.values()) if (!watch.isIdle) return false;
		return true;
	}

	/** The capture with all that has come, also where nothing had to be looked at until now. */
	#upToDate(): Capture {
		const { ring } = this.#options;
		const isNew = this.#capture === undefined;
		const capture = this.#capture ?? new Capture({ limit: CAPTURE_CHANGES, chunkSize: CHUNK_CHANGES });
		if (isNew || this.#isIdle) {
			const recent = ring.recent(EARLIER_MICROS, EARLIER_BYTES);
			this.#next = isNew ? recent : Math.max(this.#next, recent);
		}
		this.#goOn(capture);
		return capture;
	}

	/** Appends what has come since. */
	#goOn(capture: Capture): void {
		const { ring } = this.#options;
		for (this.#next = Math.max(this.#next, ring.first); this.#next < ring.next; this.#next++) {
			const block = ring.get(this.#next);
			if (block !== undefined) capture.append(decodeBlock(block.bytes));
		}
	}

	/** Whatever went wrong here must not end the flow of blocks to pages. */
	#fail(error: unknown): void {
		this.#watched.clear();
		this.#backlog.clear();
		this.#capture = undefined;
		this.#options.onFault(error);
	}

	#tellSoon(): void {
		this.#cancelNews ??= this.#options.clock.after(NEWS_MS, () => {
			this.#cancelNews = undefined;
			this.#tell();
		});
	}

	#tell(): void {
		this.#cutOut();
		const { triggers } = this;
		const told = JSON.stringify(triggers.triggers);
		if (told !== this.#told) {
			this.#told = told;
			this.#options.onNews(triggers);
		}
		const news = this.#segments.takeNews();
		if (news === undefined) return;
		const { target } = this.#options;
		const [kept, gone] = [[...news.kept], [...news.gone]];
		this.#options.onNews({ op: "segments", target, whole: false, kept, gone, limits: this.#segments.limits });
	}

	#cutOut(): void {
		const capture = this.#capture;
		if (capture === undefined) {
			this.#backlog.clear();
			return;
		}
		try {
			for (const [id, { triggers, watch }] of this.#watched)
				this.#backlog.take(id, triggers, watch.takeSegments());
			for (const due of this.#backlog.next(capture)) this.#keep(capture, due);
			if (this.#backlog.isBusy) this.#tellSoon();
		} catch (error) {
			this.#fail(error);
		}
	}

	#keep(capture: Capture, { owner: id, stretch, keep }: DueSegment): void {
		const owner = this.#watched.get(id)?.owner;
		// Nobody waits for it any more.
		if (owner === undefined) return;
		const { trigger, hit, hitTime, from, to } = stretch;
		let number = 0;
		let changes = 0;
		const blocks = Array.from(blocksOf(capture, from, to), (content) => {
			changes += content.count;
			return encodeBlock({ ...content, number: number++ });
		});
		const at = wallTimeIn(capture, hitTime);
		const moment = at === undefined ? {} : { at };
		this.#segments.add({ owner, trigger, hit, hitTime, ...moment, micros: to - from, changes }, blocks, keep);
	}
}

function standingOf({ owner, triggers, watch }: Watched, capture: Capture | undefined): WatchedTrigger[] {
	return triggers.map((trigger) => {
		const status = watch.status.find(({ number }) => number === trigger.number);
		const last = status?.lastHit;
		const lastHit = last === undefined || capture === undefined ? undefined : wallTimeIn(capture, last);
		return {
			owner,
			trigger,
			// What pauses a view is refused, so nothing is ever done for good.
			phase: status?.phase === "filling" || status?.phase === "armed" ? status.phase : "off",
			count: status?.count ?? 0,
			...(lastHit === undefined ? {} : { lastHit }),
		};
	});
}
