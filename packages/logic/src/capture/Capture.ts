import type { BlockAnchor, BlockContent, BlockGap } from "@gpioscope/protocol";
import { ChunkList } from "./ChunkList.ts";
import { type Gap, GapList } from "./Gap.ts";
import { Knowledge } from "./Knowledge.ts";
import { PointList } from "./PointList.ts";
import { TimeAxis } from "./TimeAxis.ts";

/** How many changes a capture keeps unless told otherwise. */
const DEFAULT_LIMIT = 10_000_000;
/** How many watchdog reports, and how many events, are kept. */
const POINT_LIMIT = 200_000;

export interface CaptureOptions {
	/** How many changes are kept at least; the oldest go first, a whole chunk at a time. */
	readonly limit?: number;
	/** Changes in a chunk, at most 2^20. */
	readonly chunkSize?: number;
	/** How many ticks of the capture's clock make a microsecond: 1 (pigpiod), 1000 for nanoseconds. */
	readonly ticksPerMicro?: number;
}

/** The levels at one moment: a bit of `level` means something only where `known` has it. */
export interface Levels {
	readonly level: number;
	readonly known: number;
}

/**
 * Everything captured of one target: changes, not samples, of up to 32 channels, so that cost follows edges and
 * never time.
 *
 * All times are whole ticks of the capture's own clock, microseconds unless said otherwise (`ticksPerMicro`); who
 * shows them to a person converts.
 *
 * There is one axis of time. Within an epoch it runs as the epoch's own time; a later epoch is put behind
 * the earlier one after a gap of the length that the wall clock says (see TimeAxis), so that a restart of pigpiod
 * keeps what was captured. Blocks that are missing, and what the bridge itself reports as lost, are gaps too. In a
 * gap no level is known; a line that comes back at another level made no edge that anyone saw.
 */
export class Capture {
	readonly ticksPerMicro: number;
	#chunks: ChunkList;
	#knowledge = new Knowledge();
	#watchdogs = new PointList(POINT_LIMIT);
	#events = new PointList(POINT_LIMIT);
	#gaps = new GapList();
	#axis = new TimeAxis();
	#limit: number;
	#dropped = 0;
	#origin: number | undefined;
	#firstTime = 0;
	#endTime = 0;
	#lastNumber = -1;
	/** What is not to be dropped: everything up to a time, in so many chunks from the front. */
	#held: { readonly chunks: number; readonly until: number } | undefined;

	constructor({ limit = DEFAULT_LIMIT, chunkSize, ticksPerMicro = 1 }: CaptureOptions = {}) {
		this.#limit = limit;
		this.ticksPerMicro = ticksPerMicro;
		this.#chunks = new ChunkList(chunkSize);
	}

	/**
	 * The capture as it is now, for looking at while this one goes on: nothing is appended to it and nothing dropped.
	 * Costs next to nothing, as changes stay where they are; they take memory for as long as one of both keeps them.
	 */
	snapshot(): Capture {
		const copy = new Capture({ limit: Number.POSITIVE_INFINITY, ticksPerMicro: this.ticksPerMicro });
		copy.#chunks = this.#chunks.snapshot();
		copy.#knowledge = this.#knowledge.copy();
		copy.#watchdogs = this.#watchdogs.copy();
		copy.#events = this.#events.copy();
		copy.#gaps = this.#gaps.copy();
		copy.#axis = this.#axis.copy();
		copy.#dropped = this.#dropped;
		copy.#origin = this.#origin;
		copy.#firstTime = this.#firstTime;
		copy.#endTime = this.#endTime;
		copy.#lastNumber = this.#lastNumber;
		return copy;
	}

	get chunks(): ChunkList {
		return this.#chunks;
	}

	get knowledge(): Knowledge {
		return this.#knowledge;
	}

	get watchdogs(): PointList {
		return this.#watchdogs;
	}

	get events(): PointList {
		return this.#events;
	}

	/** Whether nothing has been appended yet; then all times are 0. */
	get isEmpty(): boolean {
		return this.#origin === undefined;
	}

	/** When the capture began; stays when old changes are dropped. */
	get origin(): number {
		return this.#origin ?? 0;
	}

	/** The oldest moment of which something is kept. */
	get firstTime(): number {
		return this.#firstTime;
	}

	/** The newest known moment. */
	get endTime(): number {
		return this.#endTime;
	}

	/** Changes kept. */
	get changes(): number {
		return this.chunks.changes;
	}

	/** Changes dropped because of the limit, or cleared. */
	get dropped(): number {
		return this.#dropped;
	}

	get gapList(): GapList {
		return this.#gaps;
	}

	/** A moment on both clocks, when the bridge has told one: microseconds of the capture, milliseconds since 1970. */
	get anchor(): BlockAnchor | undefined {
		return this.#axis.anchor;
	}

	/** What turns times of the latest epoch into times of the capture. */
	get epochShift(): number {
		return this.#axis.shift;
	}

	/** Epoch and number of the last block, for going on after a break. */
	get position(): { readonly epoch: number; readonly block: number } | undefined {
		const epoch = this.#axis.epoch;
		return epoch === undefined ? undefined : { epoch, block: this.#lastNumber };
	}

	get byteLength(): number {
		return this.chunks.byteLength;
	}

	get limit(): number {
		return this.#limit;
	}

	set limit(changes: number) {
		this.#limit = changes;
		this.#dropOldest();
	}

	/**
	 * Keeps what is there now, for who looks at it while recording goes on: newer changes have the limit to themselves, and
	 * what is dropped from between is a gap. False lets go of it again.
	 */
	hold(isHeld: boolean): void {
		// The first chunk is kept in any case: its first word is the level of all that lies before it.
		this.#held = isHeld ? { chunks: Math.max(1, this.chunks.length), until: this.#endTime } : undefined;
		this.#dropOldest();
	}

	/** Forgets all that was captured; recording goes on with the next block. */
	clear(): void {
		this.#dropped += this.#chunks.changes;
		this.#chunks = this.#chunks.emptied();
		this.#knowledge = new Knowledge();
		this.#watchdogs = new PointList(POINT_LIMIT);
		this.#events = new PointList(POINT_LIMIT);
		this.#gaps = new GapList();
		this.#origin = undefined;
		this.#firstTime = this.#endTime;
		this.#held = undefined;
	}

	/** The newest levels. */
	get latest(): Levels {
		const { known, correction } = this.knowledge.latest;
		return { level: ((this.chunks.level ^ correction) & known) >>> 0, known: known >>> 0 };
	}

	/** Gaps that touch [from, to), coarsely where more than one lies within `spacing` microseconds. */
	gaps(from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, spacing = 0): Gap[] {
		return this.#gaps.between(from, to, spacing);
	}

	/**
	 * Appends the next block of the target. Returns false when the block was already here (same epoch, a number not
	 * above the last one), as happens when a viewer comes back.
	 */
	append(block: BlockContent): boolean {
		if (block.epoch === this.#axis.epoch && block.number <= this.#lastNumber) return false;
		const isFirst = this.isEmpty;
		const missed = this.#lastNumber + 1 !== block.number;
		const isNewEpoch = this.#axis.enter(block, this.#endTime);
		const base = block.baseTime + this.#axis.shift;
		const gaps = block.gaps.map((gap) => this.#onAxis(gap)).sort((a, b) => a.from - b.from);
		if (isFirst) {
			this.#origin = base;
			this.#firstTime = base;
			this.#endTime = base;
		} else if (base > this.#endTime) {
			const cause = isNewEpoch ? "daemonLost" : missed ? "viewerSlow" : "reportsLost";
			this.#addHole(this.#endTime, base, cause, gaps);
		}
		this.#lastNumber = block.number;
		this.#begin(base, block, gaps);
		this.#appendChanges(block, base, gaps);
		for (const gap of gaps) this.#addGap(gap);
		for (const { time, gpio } of block.watchdogs) this.watchdogs.push(time + this.#axis.shift, gpio);
		for (const { time, event } of block.events) this.events.push(time + this.#axis.shift, event);
		this.#endTime = Math.max(this.#endTime, base, block.endTime + this.#axis.shift);
		this.#dropOldest();
		return true;
	}

	/** The levels at a time; nothing is known before the first block, in gaps and after the end. */
	levelAt(time: number): Levels {
		if (this.isEmpty || time < this.#firstTime || time > this.#endTime) return { level: 0, known: 0 };
		const { known, correction } = this.knowledge.at(time);
		return { level: ((this.chunks.levelAt(time) ^ correction) & known) >>> 0, known: known >>> 0 };
	}

	#onAxis({ from, to, ...rest }: BlockGap): Gap {
		return { from: from + this.#axis.shift, to: to + this.#axis.shift, ...rest };
	}

	/** Nothing came between two blocks. What the bridge says about that stretch is kept instead, where it does. */
	#addHole(from: number, to: number, cause: Gap["cause"], gaps: readonly Gap[]): void {
		this.knowledge.setFrom(from, 0, this.knowledge.latest.correction);
		if (!gaps.some((gap) => gap.from < to && gap.to > from)) this.#gaps.add({ from, to, cause });
	}

	/** Sets what holds at the beginning of a block. */
	#begin(base: number, block: BlockContent, gaps: readonly Gap[]): void {
		const { known, correction } = this.knowledge.latest;
		const inGap = gaps.some((gap) => gap.from <= base && gap.to >= base);
		const sure = inGap ? 0 : known & block.known;
		// A channel known on both sides of the border that differs did change there: that is an edge.
		const edges = (this.chunks.level ^ correction ^ block.firstLevel) & sure;
		if (edges !== 0) {
			const columns = { times: Uint32Array.of(0), levels: Uint32Array.of(block.firstLevel) };
			this.chunks.append({ ...columns, from: 0, to: 1, base, known: sure, correction });
		}
		this.#resume(base, block.known, block.firstLevel);
	}

	/** From a time on the channels are known to have these levels, without an edge there. */
	#resume(time: number, known: number, level: number): void {
		const { correction } = this.knowledge.latest;
		const inverted = ((this.chunks.level ^ level) & known) | (correction & ~known);
		this.knowledge.setFrom(Math.max(time, this.#firstTime), known, inverted);
	}

	/** What a change in a gap or at its end says is only the level from the gap's end on. */
	#appendChanges(
		{ times, levels, count, known, firstLevel }: BlockContent,
		base: number,
		gaps: readonly Gap[],
	) {
		let index = 0;
		let level = firstLevel;
		const storeUntil = (end: number) => {
			const { correction } = this.knowledge.latest;
			this.chunks.append({ times, levels, from: index, to: end, base, known, correction });
			if (end > index) level = levels[end - 1] as number;
			index = end;
		};
		for (const gap of gaps) {
			if (gap.to < base) continue;
			let first = index;
			while (first < count && base + (times[first] as number) <= gap.from) first++;
			storeUntil(first);
			while (index < count && base + (times[index] as number) <= gap.to) level = levels[index++] as number;
			this.#resume(gap.to, known, level);
		}
		storeUntil(count);
	}

	#addGap(gap: Gap): void {
		const from = Math.max(gap.from, this.#firstTime);
		if (gap.to <= from) return;
		this.knowledge.hide(from, gap.to);
		this.#gaps.add({ ...gap, from });
	}

	#dropOldest(): void {
		const held = this.#held;
		const dropped = this.chunks.dropOldest(this.#limit, held?.chunks);
		if (dropped === 0) return;
		this.#dropped += dropped;
		if (held !== undefined) {
			const last = this.chunks.at(held.chunks - 1);
			const from = Math.max(held.until, last === undefined ? held.until : last.timeAt(last.count - 1));
			const to = this.chunks.at(held.chunks)?.base ?? from;
			this.#addGap({ from, to, cause: "notKept", lost: dropped });
			return;
		}
		this.#firstTime = Math.max(this.#firstTime, this.chunks.at(0)?.base ?? this.#firstTime);
		this.knowledge.dropBefore(this.#firstTime);
		this.#gaps.dropBefore(this.#firstTime);
		this.watchdogs.dropBefore(this.#firstTime);
		this.events.dropBefore(this.#firstTime);
	}
}
