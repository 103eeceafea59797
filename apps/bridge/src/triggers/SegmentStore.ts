import type { SegmentFacts } from "@gpioscope/protocol";

/** A segment as blocks, as pages will get it. */
export interface KeptSegment {
	readonly facts: SegmentFacts;
	readonly blocks: readonly Uint8Array[];
}

/** Bytes of blocks that are kept of all segments together; beyond it the oldest go. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The segments of one target, the oldest first. */
export class SegmentStore {
	readonly #mostBytes: number;
	readonly #segments = new Map<number, KeptSegment>();
	#bytes = 0;
	/** Two bridges started after each other count from different numbers. */
	#last = Date.now();

	constructor(mostBytes = MOST_BYTES) {
		this.#mostBytes = mostBytes;
	}

	get list(): SegmentFacts[] {
		return [...this.#segments.values()].map(({ facts }) => facts);
	}

	get(segment: number): KeptSegment | undefined {
		return this.#segments.get(segment);
	}

	/** Keeps a segment, and of its trigger's only the newest so many. */
	add(facts: Omit<SegmentFacts, "segment" | "bytes">, blocks: readonly Uint8Array[], keep: number): void {
		const bytes = blocks.reduce((sum, block) => sum + block.length, 0);
		const segment = ++this.#last;
		this.#segments.set(segment, { facts: { segment, ...facts, bytes }, blocks });
		this.#bytes += bytes;
		const own = this.list.filter(({ trigger }) => trigger === facts.trigger);
		for (const old of own.slice(0, Math.max(0, own.length - keep))) this.remove(old.segment);
		for (const old of this.#segments.keys()) if (this.#bytes > this.#mostBytes) this.remove(old);
	}

	/** Whether there was one. */
	remove(segment: number): boolean {
		this.#bytes -= this.#segments.get(segment)?.facts.bytes ?? 0;
		return this.#segments.delete(segment);
	}
}
