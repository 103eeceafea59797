import { type ReportBegin, type ReportLoss, TickUnwrapper } from "@gpioscope/client";
import {
	type BlockAnchor,
	type BlockEvent,
	type BlockGap,
	type BlockWatchdog,
	encodeBlock,
	type GapCause,
	REPORT_BYTES,
	reportDetail,
	reportKind,
} from "@gpioscope/protocol";

/** A block as every viewer gets it, with what the ring must know of it. */
export interface EncodedBlock {
	readonly bytes: Uint8Array;
	readonly target: number;
	/** Levels in force at baseTime. */
	readonly firstLevel: number;
	/** How many changes it holds. */
	readonly changes: number;
	readonly epoch: number;
	readonly number: number;
	readonly baseTime: number;
	readonly endTime: number;
}

export interface IngestOptions {
	/** Number of the target in its blocks. */
	readonly target: number;
	/** Added to the client's epochs, so that those of two runs of the bridge differ. */
	readonly firstEpoch: number;
	/** This event is the probe's own and not shown. */
	readonly probeEvent: number;
	onBlock(block: EncodedBlock): void;
}

/** Changes in one block at most: about 100 to 200 KB. */
export const BLOCK_CHANGES = 48_000;
/** Lines known without any report: this long after the last sign of life, in microseconds, it is no longer certain. */
export const CERTAIN_MICROS = 600_000;
const ALL_LINES = 0xffff_ffff;

/**
 * Turns reports into numbered blocks: unwraps ticks, keeps changes only, notes gaps. Nothing is allocated per
 * report; a million of them cost some milliseconds.
 */
export class Ingest {
	readonly #options: IngestOptions;
	readonly #times = new Uint32Array(BLOCK_CHANGES);
	readonly #levels = new Uint32Array(BLOCK_CHANGES);
	#count = 0;
	#gaps: BlockGap[] = [];
	#watchdogs: BlockWatchdog[] = [];
	#events: BlockEvent[] = [];

	#ticks: TickUnwrapper | undefined;
	#epoch = 0;
	#number = 0;
	/** Where the block under construction begins, and the levels there. */
	#baseTime = 0;
	#firstLevel = 0;
	#level = 0;
	/** Until here the blocks sent say what is known. */
	#endTime = 0;
	/** Time of the newest report or of the beginning. */
	#newestTime = 0;
	/** Reports up to here only correct the level at the beginning. */
	#beginTime = 0;
	#isRunning = false;

	/** Level reports taken in so far. */
	reports = 0;
	/** Reports known to be missing so far. */
	lost = 0;

	constructor(options: IngestOptions) {
		this.#options = options;
	}

	get epoch(): number {
		return this.#epoch;
	}

	/** Levels after the newest report. */
	get level(): number {
		return this.#level;
	}

	/** Number of the next block. */
	get nextNumber(): number {
		return this.#number;
	}

	get pendingChanges(): number {
		return this.#count;
	}

	/** The stream begins, or goes on after a break. */
	begin({ epoch, continues, tick, level }: ReportBegin): void {
		const ticks = this.#ticks;
		if (continues && ticks !== undefined) {
			const lostSince = this.#endTime;
			this.#restartAt(Math.max(lostSince, ticks.unwrap(tick)), level);
			this.#gaps.push({ from: lostSince, to: this.#baseTime, cause: "daemonLost" });
		} else {
			this.#epoch = (this.#options.firstEpoch + epoch) >>> 0;
			this.#ticks = new TickUnwrapper(tick);
			this.#restartAt(tick, level);
		}
		this.#isRunning = true;
	}

	/** Takes in reports of 12 bytes each. */
	reportsArrived(view: DataView, offset: number, count: number): void {
		const ticks = this.#ticks;
		if (ticks === undefined) return;
		const end = offset + count * REPORT_BYTES;
		for (let at = offset; at < end; at += REPORT_BYTES) {
			const flags = view.getUint16(at + 2, true);
			const time = ticks.unwrap(view.getUint32(at + 4, true));
			if (flags !== 0) {
				this.#noteFlagged(flags, time);
				this.reports--;
			}
			this.#noteLevel(time, view.getUint32(at + 8, true));
		}
		this.reports += count;
	}

	/** The reports between two ticks are missing. */
	loss({ cause, lost, fromTick, toTick }: ReportLoss): void {
		const ticks = this.#ticks;
		if (ticks === undefined) return;
		// The change that ends the gap must come in the same block as the gap.
		if (this.#count > BLOCK_CHANGES / 2) this.#emit(Math.max(this.#newestTime, this.#endTime));
		const from = ticks.peek(fromTick);
		this.#noteGap(from, Math.max(from, ticks.peek(toTick)), cause, lost);
	}

	/**
	 * The connection is gone: what is pending goes out, nothing is known from here on. What was taken for quiet after the
	 * last sign of life may have been the break already, so that is taken back.
	 */
	end(): void {
		if (!this.#isRunning) return;
		this.flush();
		if (this.#endTime > this.#newestTime) {
			this.#gaps.push({ from: this.#newestTime, to: this.#endTime, cause: "daemonLost" });
			this.#emit(this.#endTime);
		}
		this.#isRunning = false;
	}

	/** Time of a tick of the present epoch. */
	timeOf(tick: number): number | undefined {
		return this.#isRunning ? this.#ticks?.peek(tick) : undefined;
	}

	/**
	 * Sends out what is pending, as one block.
	 * @param quietUntil up to this time there were no further changes, as far as can be told
	 */
	flush(quietUntil = 0, anchor?: BlockAnchor): void {
		if (!this.#isRunning) return;
		const certain = Math.min(quietUntil, this.#newestTime + CERTAIN_MICROS);
		const endTime = Math.max(this.#newestTime, certain, this.#endTime);
		const isEmpty =
			this.#count + this.#gaps.length + this.#watchdogs.length + this.#events.length === 0 &&
			endTime === this.#endTime;
		if (isEmpty && anchor === undefined) return;
		this.#emit(endTime, anchor);
	}

	#restartAt(time: number, level: number): void {
		this.#baseTime = time;
		this.#endTime = time;
		this.#beginTime = time;
		this.#newestTime = time;
		this.#firstLevel = level;
		this.#level = level;
	}

	#noteLevel(time: number, level: number): void {
		if (time <= this.#beginTime && this.#count === 0) {
			this.#firstLevel = level;
			this.#level = level;
			return;
		}
		const newestTime = this.#newestTime;
		if (time > newestTime) this.#newestTime = time;
		if (level === this.#level) return;
		this.#level = level;
		// A report that comes after its time was called quiet keeps its time: this block then begins before the end of
		// the one before it.
		if (this.#count === 0 && time < this.#baseTime) this.#baseTime = Math.max(time, newestTime);
		const at = time - this.#baseTime;
		const previous = this.#count > 0 ? (this.#times[this.#count - 1] ?? 0) : 0;
		this.#times[this.#count] = Math.max(at, previous);
		this.#levels[this.#count] = level;
		if (++this.#count === BLOCK_CHANGES) this.#emit(Math.max(this.#newestTime, this.#endTime));
	}

	#noteFlagged(flags: number, time: number): void {
		const kind = reportKind(flags);
		const detail = reportDetail(flags);
		if (kind === "watchdog") this.#watchdogs.push({ time, gpio: detail });
		else if (kind === "event" && detail !== this.#options.probeEvent)
			this.#events.push({ time, event: detail });
	}

	#noteGap(from: number, to: number, cause: GapCause, lost: number | undefined): void {
		this.#gaps.push(lost === undefined ? { from, to, cause } : { from, to, cause, lost });
		this.lost += lost ?? 0;
	}

	#emit(endTime: number, anchor?: BlockAnchor): void {
		const number = this.#number++;
		const head = {
			target: this.#options.target,
			epoch: this.#epoch,
			number,
			baseTime: this.#baseTime,
			endTime,
			firstLevel: this.#firstLevel,
		};
		const changes = this.#count;
		const bytes = encodeBlock({
			...head,
			known: ALL_LINES,
			times: this.#times,
			levels: this.#levels,
			count: changes,
			gaps: this.#gaps,
			watchdogs: this.#watchdogs,
			events: this.#events,
			...(anchor === undefined ? {} : { anchor }),
		});
		this.#baseTime = endTime;
		this.#endTime = endTime;
		this.#firstLevel = this.#level;
		this.#count = 0;
		if (this.#gaps.length > 0) this.#gaps = [];
		if (this.#watchdogs.length > 0) this.#watchdogs = [];
		if (this.#events.length > 0) this.#events = [];
		this.#options.onBlock({ ...head, bytes, changes });
	}
}
