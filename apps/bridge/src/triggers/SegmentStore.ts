import type { SegmentFacts, SegmentLimits } from "@gpioscope/protocol";

/** A segment as blocks, as pages will get it. */
export interface KeptSegment {
	readonly facts: SegmentFacts;
	readonly blocks: readonly Uint8Array[];
}

/** What has changed since it was last asked. */
export interface SegmentNews {
	readonly kept: readonly SegmentFacts[];
	readonly gone: readonly number[];
}

const defaultLimits: SegmentLimits = { segments: 1000, bytes: 64 * 1024 * 1024 };

/** The segments of one target, the oldest first. Of all together not more are kept than the limits say. */
export class SegmentStore {
	readonly limits: SegmentLimits;
	readonly #segments = new Map<number, KeptSegment>();
	#bytes = 0;
	/** Two bridges started after each other count from different numbers. */
	#last = Date.now();
	#told = this.#last;
	#gone: number[] = [];

	constructor(limits = defaultLimits) {
		this.limits = limits;
	}

	get list(): SegmentFacts[] {
		return Array.from(this.#segments.values(), ({ facts }) => facts);
	}

	get(segment: number): KeptSegment | undefined {
		return this.#segments.get(segment);
	}

	/** Keeps a segment, and of its owner's trigger only the newest so many. */
	add(facts: Omit<SegmentFacts, "segment" | "bytes">, blocks: readonly Uint8Array[], keep: number): void {
		const bytes = blocks.reduce((sum, block) => sum + block.length, 0);
		const segment = ++this.#last;
		this.#segments.set(segment, { facts: { segment, ...facts, bytes }, blocks });
		this.#bytes += bytes;
		const own = this.list.filter(
			({ owner, trigger }) => owner.id === facts.owner.id && trigger === facts.trigger,
		);
		for (const old of own.slice(0, Math.max(0, own.length - keep))) this.remove(old.segment);
		for (const old of this.#segments.keys()) if (this.#isOver) this.remove(old);
	}

	/** Whether there was one. */
	remove(segment: number): boolean {
		const kept = this.#segments.get(segment);
		if (kept === undefined) return false;
		this.#bytes -= kept.facts.bytes;
		// Nobody need hear of one that came and went meanwhile.
		if (segment <= this.#told) this.#gone.push(segment);
		return this.#segments.delete(segment);
	}

	/** What is to be told; undefined when that is nothing. */
	takeNews(): SegmentNews | undefined {
		const kept = this.#last === this.#told ? [] : this.list.filter(({ segment }) => segment > this.#told);
		const gone = this.#gone;
		this.#told = this.#last;
		this.#gone = [];
		return kept.length + gone.length === 0 ? undefined : { kept, gone };
	}

	get #isOver(): boolean {
		return this.#bytes > this.limits.bytes || this.#segments.size > this.limits.segments;
	}
}
