import type { SegmentFacts, ServerMessage } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";
import { nameOfOther } from "../stores/ownerStore.ts";
import type { BridgeClient } from "./BridgeClient.ts";
import { BridgeError } from "./BridgeError.ts";
import type { CaptureId } from "./CaptureEntry.ts";
import type { TriggerRequest } from "./triggerMessages.ts";
import type { WorkerLink } from "./WorkerLink.ts";

/** What comes by itself when the page opens: the newest segments, as long as they are not more bytes than this. */
const BYTES_AT_ONCE = 8 * 1024 * 1024;

/** A segment on its way, or waiting for its turn. */
export interface FetchingSegment {
	/** Bytes that have come, and of how many. */
	readonly done: number;
	readonly total: number;
}

interface Fetch {
	readonly result: Promise<CaptureId | undefined>;
	cancel(): void;
}

/** The id that a segment of the bridge has among the captures of the page. */
export function idOfBridgeSegment(segment: number): CaptureId {
	return `bridge-${segment}`;
}

/**
 * Brings segments that the bridge keeps to the page's shelf: at first those that were kept before the page came, others
 * when they are asked for. One at a time, as the bridge ends the connection of a page for which too much waits.
 */
export class SegmentFetch {
	/** Those on their way, by their numbers. */
	readonly store = createStore<{ readonly fetching: ReadonlyMap<number, FetchingSegment> }>()(() => ({
		fetching: new Map(),
	}));
	readonly #bridge: BridgeClient;
	readonly #link: WorkerLink;
	readonly #underWay = new Map<number, Fetch>();
	#hasBegun = false;
	#last: Promise<unknown> = Promise.resolve();

	constructor(bridge: BridgeClient, link: WorkerLink) {
		this.#bridge = bridge;
		this.#link = link;
	}

	/** Hears what the bridge says. */
	receive(message: ServerMessage): void {
		if (message.op !== "segments" || this.#hasBegun) return;
		this.#hasBegun = true;
		let bytes = 0;
		const wanted = message.kept.toReversed().filter((facts) => {
			bytes += facts.bytes;
			return bytes <= BYTES_AT_ONCE;
		});
		for (const facts of wanted.reverse())
			this.fetch(facts).catch((error: unknown) => {
				// It can be gone by then, or the connection; what is still kept is listed.
				if (!(error instanceof BridgeError)) throw error;
			});
	}

	/**
	 * Puts a segment on the shelf. Tells the id that it has there; undefined when it was cancelled, or came damaged, which
	 * is told as a fault. Rejects with a BridgeError when the bridge has it no more, or is away.
	 */
	fetch(facts: SegmentFacts): Promise<CaptureId | undefined> {
		const { segment, bytes } = facts;
		const same = this.#underWay.get(segment);
		if (same !== undefined) return same.result;
		const abort = new AbortController();
		const { signal } = abort;
		const result = this.#last
			.then(() => (signal.aborted ? undefined : this.#fetch(facts, signal)))
			.finally(() => {
				if (!signal.aborted) this.cancel(segment);
			});
		this.#underWay.set(segment, { result, cancel: () => abort.abort() });
		this.#note(segment, { done: 0, total: bytes });
		this.#last = result.catch(() => undefined);
		return result;
	}

	/** Those on their way are not wanted any more; all of them unless one is named. */
	cancel(segment?: number): void {
		const numbers = segment === undefined ? [...this.#underWay.keys()] : [segment];
		const fetching = new Map(this.store.getState().fetching);
		for (const number of numbers) {
			this.#underWay.get(number)?.cancel();
			this.#underWay.delete(number);
			fetching.delete(number);
		}
		this.store.setState({ fetching });
	}

	async #fetch(facts: SegmentFacts, signal: AbortSignal): Promise<CaptureId | undefined> {
		const { segment, owner, trigger, hit, hitTime, bytes } = facts;
		const all: Uint8Array[] = [];
		let done = 0;
		for await (const blocks of this.#bridge.fetchSegment(segment)) {
			if (signal.aborted) return undefined;
			all.push(...blocks);
			done += blocks.reduce((sum, block) => sum + block.length, 0);
			this.#note(segment, { done, total: bytes });
		}
		const other = nameOfOther(owner);
		const from = other === undefined ? {} : { owner: other };
		const source = { kind: "segment", trigger, hit, hitTime, bridgeSegment: segment, ...from } as const;
		return await this.#put({ kind: "putSegment", id: idOfBridgeSegment(segment), source, blocks: all });
	}

	/** Has the worker take it. */
	#put(segment: Extract<TriggerRequest, { kind: "putSegment" }>): Promise<CaptureId | undefined> {
		return new Promise((resolve) => {
			const stop = this.#link.on("segmentTaken", ({ id, as }) => {
				if (id !== segment.id) return;
				stop();
				resolve(as);
			});
			this.#link.post(segment);
		});
	}

	#note(segment: number, progress: FetchingSegment): void {
		this.store.setState(({ fetching }) => ({ fetching: new Map(fetching).set(segment, progress) }));
	}
}
