import type { BlockContent, BlockGap } from "@gpioscope/protocol";
import type { FeedOptions } from "../PiTransport.ts";

/** What a reader tells; see FeedOptions. */
export type BlockListener = Pick<FeedOptions, "onChanges" | "onWatchdog" | "onEvent" | "onLoss">;

/** Something at a moment of a block that is no change. */
interface Mark {
	/** Changes up to this time come before it. */
	readonly time: number;
	tell(): void;
}

/** Reads the changes, watchdogs, events and gaps that are wanted out of blocks, in the order of their times. */
export class BlockReader {
	/** GPIOs and events that are wanted. */
	bits = 0;
	events = 0;
	readonly #listener: BlockListener;
	#level = 0;
	/** A gap of which the end has not been reached. */
	#lost: { readonly until: number; readonly cause: string } | undefined;
	#ticks = new Uint32Array(64);
	#levels = new Uint32Array(64);
	#count = 0;

	constructor(listener: BlockListener) {
		this.#listener = listener;
	}

	/** These are the lines now. */
	begin(level: number): void {
		this.#level = level >>> 0;
		this.#lost = undefined;
	}

	/** Reads a block. Gaps that end before a time are not told. */
	read(block: BlockContent, since: number): void {
		const { baseTime, endTime, firstLevel, times, levels, count } = block;
		const marks = this.#marksOf(block, since);
		let next = 0;
		let hasBegun = false;
		const readUntil = (time: number) => {
			if (time <= baseTime) return;
			if (!hasBegun) this.#at(baseTime, firstLevel);
			hasBegun = true;
			for (; next < count; next++) {
				const at = baseTime + (times[next] ?? 0);
				if (at > time) break;
				this.#at(at, levels[next] ?? 0);
			}
		};
		for (const mark of marks) {
			readUntil(mark.time);
			this.#handOn();
			mark.tell();
		}
		readUntil(Number.POSITIVE_INFINITY);
		this.#end(endTime);
		this.#handOn();
	}

	/** What happened between these times is missing. */
	lose(cause: string, from: number, to: number): void {
		this.#lost = { cause, until: Math.max(to, this.#lost?.until ?? 0) };
		this.#listener.onLoss({ cause, fromTick: tickOf(from), toTick: tickOf(to) });
	}

	#marksOf({ gaps, watchdogs, events }: BlockContent, since: number): Mark[] {
		const marks: Mark[] = [
			...gaps.filter(({ to }) => to > since).map((gap) => this.#gapMark(gap)),
			...watchdogs
				.filter(({ gpio }) => ((this.bits >>> gpio) & 1) === 1)
				.map(({ gpio, time }) => ({ time, tell: () => this.#listener.onWatchdog(gpio, tickOf(time)) })),
			...events
				.filter(({ event }) => ((this.events >>> event) & 1) === 1)
				.map(({ event, time }) => ({ time, tell: () => this.#listener.onEvent(event, tickOf(time)) })),
		];
		return marks.sort((a, b) => a.time - b.time);
	}

	#gapMark({ from, to, cause }: BlockGap): Mark {
		return { time: from, tell: () => this.lose(cause, from, to) };
	}

	/** The lines have this level from this time on. Within a gap, its end included, that is all that is known. */
	#at(time: number, level: number): void {
		const lost = this.#lost;
		if (lost !== undefined && time <= lost.until) {
			this.#level = level;
			return;
		}
		if (lost !== undefined) this.#found(lost.until);
		const changed = (level ^ this.#level) & this.bits;
		this.#level = level;
		if (changed !== 0) this.#add(time, level);
	}

	/** All until here has been read. A lost daemon is still away at the end of its last block. */
	#end(time: number): void {
		const lost = this.#lost;
		if (lost === undefined || time < lost.until) return;
		if (time === lost.until && lost.cause === "daemonLost") return;
		this.#found(lost.until);
	}

	/** The gap is over: tells what is known, whether it changed or not. */
	#found(time: number): void {
		this.#lost = undefined;
		this.#add(time, this.#level);
	}

	#add(time: number, level: number): void {
		if (this.#count === this.#ticks.length) this.#grow();
		this.#ticks[this.#count] = tickOf(time);
		this.#levels[this.#count++] = level;
	}

	#grow(): void {
		const [ticks, levels] = [this.#ticks, this.#levels];
		this.#ticks = new Uint32Array(ticks.length * 2);
		this.#levels = new Uint32Array(ticks.length * 2);
		this.#ticks.set(ticks);
		this.#levels.set(levels);
	}

	#handOn(): void {
		if (this.#count === 0) return;
		const count = this.#count;
		this.#count = 0;
		this.#listener.onChanges(this.#ticks, this.#levels, count);
	}
}

/** Times of an epoch go on from its first tick, so that what is left after the wraps is pigpiod's own tick. */
export function tickOf(time: number): number {
	return time >>> 0;
}
