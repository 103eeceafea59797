import type { Bank } from "../board/Bank.ts";
import type { Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";

/** Control blocks in the memory of the wave channel. */
export const BLOCK_COUNT = 25_016;
/** What a block's `next` says when the channel is to stop after it. */
export const STOP = -1;

/** What a control block does; the numbers index the machine's dispatch. */
const kinds = { nothing: 0, change: 1, delay: 2, link: 3, count: 4 } as const;

/** So many blocks without a delay take a microsecond: a wave without any delay must not stop time. */
const BLOCKS_PER_MICRO = 64;

/**
 * The DMA channel that plays waves: a memory of linked control blocks, walked in time. Everything the daemon
 * does with waves is done here as it does it, by linking blocks, so that modes, chains, deletion while sending
 * and reuse of memory come out the same. The memory is typed arrays, to play a million edges a second.
 */
export class WaveMachine implements Source {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	/** The block being played; STOP when idle. */
	current: number = STOP;
	readonly #engine: Engine;
	readonly #bank: Bank;
	readonly #kinds = new Uint8Array(BLOCK_COUNT);
	readonly #first = new Int32Array(BLOCK_COUNT);
	readonly #second = new Int32Array(BLOCK_COUNT);
	readonly #next = new Int32Array(BLOCK_COUNT).fill(STOP);
	/** Rounds each counter has still to go, and how many it starts with. */
	readonly #left = new Int32Array(32);
	readonly #rounds = new Int32Array(32);
	/** The block after the current one: read when that began, as the hardware does. */
	#following: number = STOP;
	#undelayed = 0;

	constructor(engine: Engine, bank: Bank) {
		this.#engine = engine;
		this.#bank = bank;
	}

	/** A block that does nothing but go on. */
	setNothing(block: number, next: number): void {
		this.#set(block, kinds.nothing, 0, 0, next);
	}

	/** A block that sets latches, then clears latches. */
	setChange(block: number, on: number, off: number, next: number): void {
		this.#set(block, kinds.change, on, off, next);
	}

	/** A block that lasts `delay` microseconds; one of 0 is over at once. */
	setDelay(block: number, delay: Micros, next: number): void {
		this.#set(block, delay === 0 ? kinds.nothing : kinds.delay, delay, 0, next);
	}

	/** A block that links `block2` to `target`. */
	setLink(block: number, block2: number, target: number, next: number): void {
		this.#set(block, kinds.link, block2, target, next);
	}

	/** A block that goes to `back` for `rounds` times before it goes on. */
	setCounter(block: number, counter: number, rounds: number, back: number, next: number): void {
		this.#left[counter] = rounds;
		this.#rounds[counter] = rounds;
		this.#set(block, kinds.count, counter, back, next);
	}

	/** Links a block to another, or to STOP. Without effect on a block that has begun, until it begins again. */
	link(block: number, next: number): void {
		this.#next[block] = next;
	}

	/** Starts at a block, whatever is being played. */
	start(block: number): void {
		this.#undelayed = 0;
		this.#enter(block);
		this.nextTime = this.#engine.time;
		this.#advance();
		this.#engine.hurry(this.nextTime);
	}

	stop(): void {
		this.current = STOP;
		this.nextTime = Number.POSITIVE_INFINITY;
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			this.#enter(this.#following);
			this.#advance();
		}
	}

	#set(block: number, kind: number, first: number, second: number, next: number): void {
		this.#kinds[block] = kind;
		this.#first[block] = first;
		this.#second[block] = second;
		this.#next[block] = next;
	}

	#enter(block: number): void {
		this.current = block;
		if (block !== STOP) this.#following = this.#next[block] ?? STOP;
	}

	/** Performs blocks until one takes time. */
	#advance(): void {
		for (;;) {
			const block = this.current;
			if (block === STOP) {
				this.nextTime = Number.POSITIVE_INFINITY;
				return;
			}
			const kind = this.#kinds[block];
			if (kind === kinds.delay) {
				this.#undelayed = 0;
				this.nextTime += (this.#first[block] ?? 0) >>> 0;
				return;
			}
			if (kind === kinds.change) this.#bank.change(this.#first[block] ?? 0, this.#second[block] ?? 0);
			else if (kind === kinds.link) this.link(this.#first[block] ?? 0, this.#second[block] ?? 0);
			else if (kind === kinds.count) this.#count(block);
			if (++this.#undelayed >= BLOCKS_PER_MICRO) {
				this.#undelayed = 0;
				this.nextTime += 1;
				return;
			}
			this.#enter(this.#following);
		}
	}

	#count(block: number): void {
		const counter = this.#first[block] ?? 0;
		const left = this.#left[counter] ?? 0;
		if (left > 0) {
			this.#left[counter] = left - 1;
			this.#following = this.#second[block] ?? STOP;
		} else {
			this.#left[counter] = this.#rounds[counter] ?? 0;
		}
	}
}
