import type { EncodedBlock } from "./Ingest.ts";

export interface RingLimits {
	readonly bytes: number;
	/** Microseconds of capture. */
	readonly span: number;
}

export const defaultRingLimits: RingLimits = { bytes: 64 * 1024 * 1024, span: 600_000_000 };

/** The newest blocks of one target, for pages that come late or come back. */
export class BlockRing {
	readonly #limits: RingLimits;
	readonly #blocks = new Map<number, EncodedBlock>();
	/** Bytes of all blocks ever pushed before each one kept. */
	readonly #offsets = new Map<number, number>();
	#pushedBytes = 0;
	#first = 0;
	#next = 0;
	#bytes = 0;

	constructor(limits: RingLimits = defaultRingLimits) {
		this.#limits = limits;
	}

	/** Number of the oldest block kept; `next` when none is. */
	get first(): number {
		return this.#first;
	}

	/** Number of the block that comes next. */
	get next(): number {
		return this.#next;
	}

	get byteLength(): number {
		return this.#bytes;
	}

	push(block: EncodedBlock): void {
		if (this.#blocks.size === 0) this.#first = block.number;
		this.#blocks.set(block.number, block);
		this.#offsets.set(block.number, this.#pushedBytes);
		this.#pushedBytes += block.bytes.length;
		this.#next = block.number + 1;
		this.#bytes += block.bytes.length;
		this.#dropOldest(block);
	}

	get(number: number): EncodedBlock | undefined {
		return this.#blocks.get(number);
	}

	/** Bytes of the blocks from that number on, as far as they are kept. */
	bytesFrom(number: number): number {
		if (number >= this.#next) return 0;
		return this.#pushedBytes - (this.#offsets.get(Math.max(number, this.#first)) ?? this.#pushedBytes);
	}

	/** Number of the oldest block of the newest epoch that lies within the last `span` microseconds and `bytes`. */
	recent(span: number, bytes: number): number {
		const newest = this.#blocks.get(this.#next - 1);
		if (newest === undefined) return this.#next;
		let number = this.#next;
		let total = 0;
		for (let i = this.#next - 1; i >= this.#first; i--) {
			const block = this.#blocks.get(i);
			if (block === undefined || block.epoch !== newest.epoch) break;
			total += block.bytes.length;
			if (total > bytes || block.endTime < newest.endTime - span) break;
			number = i;
		}
		return number;
	}

	#dropOldest(newest: EncodedBlock): void {
		for (;;) {
			const oldest = this.#blocks.get(this.#first);
			if (oldest === undefined || oldest === newest) return;
			const isOld = oldest.epoch === newest.epoch && oldest.endTime < newest.endTime - this.#limits.span;
			if (this.#bytes <= this.#limits.bytes && !isOld) return;
			this.#blocks.delete(this.#first);
			this.#offsets.delete(this.#first++);
			this.#bytes -= oldest.bytes.length;
		}
	}
}
