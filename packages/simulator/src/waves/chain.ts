import { delayParts } from "./delayBlocks.ts";
import { STOP, type WaveMachine } from "./WaveMachine.ts";
import { BLOCKS_PER_PAGE, type WaveStore } from "./WaveStore.ts";

/** What can be wrong with a chain. */
export type ChainProblem =
	| "badCommand"
	| "badWave"
	| "emptyLoop"
	| "tooManyCounters"
	| "nestedTooDeep"
	| "foreverNotLast"
	| "tooLong";

const COMMAND = 255;
const commandsOfChain = { loop: 0, repeat: 1, delay: 2, forever: 3 } as const;
/** Entries a chain has room for, and how they lie in the memory's chain pages after their counters. */
const ENTRIES = 600;
const ENTRIES_PER_PAGE = 60;
const COUNTER_BLOCKS = 13;
const COUNTERS = 20;
const NESTING = 10;
const START_DELAY = 20;

/** Marks an error inside the writer; caught at its entrance. */
class ChainError extends Error {
	readonly problem: ChainProblem;

	constructor(problem: ChainProblem) {
		super(problem);
		this.problem = problem;
	}
}

/**
 * Writes the control blocks of a chain: for each wave a block that links the wave's end to the next entry.
 * @returns the blocks it starts at and ends with, or what is wrong with it
 */
export function writeChain(
	machine: WaveMachine,
	store: WaveStore,
	chain: Uint8Array,
): { firstBlock: number; lastBlock: number } | ChainProblem {
	try {
		return new ChainWriter(machine, store, chain).write();
	} catch (error) {
		if (error instanceof ChainError) return error.problem;
		throw error;
	}
}

class ChainWriter {
	readonly #machine: WaveMachine;
	readonly #store: WaveStore;
	readonly #chain: Uint8Array;
	/** Entries written. */
	#entries = 0;
	#counters = 0;
	/** Entries at which open loops begin. */
	readonly #loops: number[] = [];
	#foreverBlock: number | undefined;

	constructor(machine: WaveMachine, store: WaveStore, chain: Uint8Array) {
		this.#machine = machine;
		this.#store = store;
		this.#chain = chain;
	}

	write(): { firstBlock: number; lastBlock: number } {
		this.#machine.setDelay(this.#nextBlock(), START_DELAY, blockOf(1));
		let position = 0;
		while (position < this.#chain.length) {
			const byte = this.#chain[position] ?? 0;
			if (byte === COMMAND) position += this.#command(position);
			else {
				this.#wave(byte);
				position++;
			}
		}
		const end = this.#nextBlock();
		this.#machine.setNothing(end, STOP);
		return { firstBlock: blockOf(0), lastBlock: this.#foreverBlock ?? end };
	}

	/** @returns the bytes the command takes */
	#command(position: number): number {
		const rest = this.#chain.length - position;
		if (rest < 2) throw new ChainError("badCommand");
		switch (this.#chain[position + 1]) {
			case commandsOfChain.loop:
				if (this.#loops.length >= NESTING) throw new ChainError("nestedTooDeep");
				this.#loops.push(this.#entries);
				return 2;
			case commandsOfChain.repeat:
				if (this.#counters >= COUNTERS) throw new ChainError("tooManyCounters");
				if (rest < 4) throw new ChainError("badCommand");
				this.#repeat(this.#word(position + 2));
				return 4;
			case commandsOfChain.delay:
				if (rest < 4) throw new ChainError("badCommand");
				this.#delay(this.#word(position + 2));
				return 4;
			case commandsOfChain.forever:
				this.#forever(rest === 2);
				return 2;
			default:
				throw new ChainError("badCommand");
		}
	}

	#word(position: number): number {
		return (this.#chain[position] ?? 0) | ((this.#chain[position + 1] ?? 0) << 8);
	}

	#wave(id: number): void {
		const wave = this.#store.get(id);
		if (wave === undefined) throw new ChainError("badWave");
		const block = this.#nextBlock();
		this.#machine.setLink(block, wave.lastBlock, this.#followingBlock(), wave.firstBlock + 1);
	}

	#repeat(rounds: number): void {
		const loop = this.#endLoop();
		if (rounds === 0) this.#machine.link(blockOf(loop), blockOf(this.#entries));
		if (rounds < 2) return;
		const block = this.#nextBlock();
		const following = this.#followingBlock();
		const counter = this.#counters++;
		const counterBlock = Math.floor(counter / 2) * BLOCKS_PER_PAGE + (counter % 2) * COUNTER_BLOCKS;
		this.#machine.setNothing(block, counterBlock);
		this.#machine.setCounter(counterBlock, counter, rounds - 1, blockOf(loop), following);
	}

	#delay(micros: number): void {
		for (const part of delayParts(micros, this.#store.isLite)) {
			const block = this.#nextBlock();
			this.#machine.setDelay(block, part, blockOf(this.#entries));
		}
	}

	#forever(isLast: boolean): void {
		const loop = this.#endLoop();
		const block = this.#nextBlock();
		if (!isLast) throw new ChainError("foreverNotLast");
		this.#machine.setNothing(block, blockOf(loop));
		this.#foreverBlock = block;
	}

	/** The entry the innermost loop began at. */
	#endLoop(): number {
		const loop = this.#loops.pop();
		if (loop === undefined || loop < 1 || loop === this.#entries) throw new ChainError("emptyLoop");
		return loop;
	}

	#nextBlock(): number {
		if (this.#entries >= ENTRIES) throw new ChainError("tooLong");
		return blockOf(this.#entries++);
	}

	#followingBlock(): number {
		if (this.#entries >= ENTRIES) throw new ChainError("tooLong");
		return blockOf(this.#entries);
	}
}

/** The block of a chain's entry. */
function blockOf(entry: number): number {
	const page = Math.floor(entry / ENTRIES_PER_PAGE);
	return page * BLOCKS_PER_PAGE + 2 * COUNTER_BLOCKS + (entry % ENTRIES_PER_PAGE);
}
