import { delayBlocks, delayParts } from "./delayBlocks.ts";
import type { Waveform } from "./Waveform.ts";
import { BLOCK_COUNT, STOP, type WaveMachine } from "./WaveMachine.ts";
import type { WavePulse } from "./WavePulse.ts";

/** Blocks and words of a page of wave memory; the first ten pages belong to chains. */
export const BLOCKS_PER_PAGE = 118;
const WORDS_PER_PAGE = 79;
const CHAIN_PAGES = 10;
const WORD_COUNT = (BLOCK_COUNT / BLOCKS_PER_PAGE) * WORDS_PER_PAGE;
const FIRST_BLOCK = CHAIN_PAGES * BLOCKS_PER_PAGE;
const FIRST_WORD = CHAIN_PAGES * WORDS_PER_PAGE;
/** The delay every wave begins with when it is started. */
const START_DELAY = 20;
/** WVTAT's answers when no wave is at work. */
const WAVE_NOT_FOUND = 9998;
const NO_WAVE_SENT = 9999;
/** pigpiod's own limit of 250 waves is not enforced there: the 251st corrupts it. Here it is refused. */
const WAVE_LIMIT = 250;

/** The memory a wave has, which may be more than it needs. */
export interface CreatedWave {
	readonly firstBlock: number;
	readonly lastBlock: number;
	readonly firstWord: number;
	readonly topWord: number;
	readonly resources: WaveResources;
	deleted: boolean;
}

/** Control blocks, and words from both ends of the word memory. */
export interface WaveResources {
	readonly blocks: number;
	readonly words: number;
	readonly topWords: number;
}

/** What stands in the way of a wave. */
export type CreateProblem = "empty" | "tooManyBlocks" | "tooManyWords" | "tooManyWaves" | "badPercentage";

/** The created waves and the memory they share. */
export class WaveStore {
	readonly #machine: WaveMachine;
	/** Whether long delays take several blocks. */
	readonly isLite: boolean;
	/** By number. Those from `#count` on are forgotten, but still say which blocks they had: see `playing`. */
	readonly #waves: CreatedWave[] = [];
	#count = 0;
	#nextBlock = FIRST_BLOCK;
	#nextWord = FIRST_WORD;
	#topWord = WORD_COUNT;

	/** `isLite`: the waves are sent by a DMA lite channel. */
	constructor(machine: WaveMachine, isLite: boolean) {
		this.#machine = machine;
		this.isLite = isLite;
	}

	/** Forgets all waves; one that is being sent goes on. */
	clear(): void {
		this.#count = 0;
		this.#nextBlock = FIRST_BLOCK;
		this.#nextWord = FIRST_WORD;
		this.#topWord = WORD_COUNT;
	}

	get(id: number): CreatedWave | undefined {
		const wave = id < this.#count ? this.#waves[id] : undefined;
		return wave?.deleted === false ? wave : undefined;
	}

	/** Makes a wave of the waveform and empties that. @returns its number, or what is in the way */
	create(waveform: Waveform): number | CreateProblem {
		if (waveform.pulses.length === 0) return "empty";
		return this.#create(waveform, this.#needs(waveform.pulses), false);
	}

	/** The same with a share of the memory, in percent of blocks, words and top words. */
	createPadded(
		waveform: Waveform,
		percent: readonly [blocks: number, words: number, topWords: number],
	): number | CreateProblem {
		if (percent.some((share) => share < 0 || share > 100)) return "badPercentage";
		if (waveform.pulses.length === 0) return "empty";
		const needs = this.#needs(waveform.pulses);
		const shareOf = (total: number, share: number) => Math.floor((total * share) / 100);
		const resources: WaveResources = {
			blocks: shareOf(BLOCK_COUNT - FIRST_BLOCK, percent[0]),
			words: shareOf(WORD_COUNT - FIRST_WORD, percent[1]),
			topWords: shareOf(WORD_COUNT - FIRST_WORD, percent[2]),
		};
		if (needs.blocks > resources.blocks) return "tooManyBlocks";
		if (needs.words > resources.words || needs.topWords > resources.topWords) return "tooManyWords";
		return this.#create(waveform, resources, true);
	}

	/** Deletes a wave; if it is the last, the memory of all deleted ones at the end is free again. */
	delete(id: number): boolean {
		const wave = this.get(id);
		if (wave === undefined) return false;
		wave.deleted = true;
		if (id !== this.#count - 1) return true;
		let first = id;
		while (first > 0 && this.#waves[first - 1]?.deleted) first--;
		const released = this.#waves[first];
		if (released === undefined) return true;
		this.#nextBlock = released.firstBlock;
		this.#nextWord = released.firstWord;
		this.#topWord = released.topWord;
		this.#count = first;
		return true;
	}

	/**
	 * The wave the machine is at, or the daemon's numbers for none. Waves that were forgotten without being deleted
	 * are still found here, until their number is used again.
	 */
	get playing(): number {
		const block = this.#machine.current;
		if (block === STOP) return NO_WAVE_SENT;
		const id = this.#waves.findIndex(
			({ deleted, firstBlock, lastBlock }) => !deleted && block >= firstBlock && block <= lastBlock,
		);
		return id < 0 ? WAVE_NOT_FOUND : id;
	}

	#create(waveform: Waveform, resources: WaveResources, padded: boolean): number | CreateProblem {
		const id = this.#findReusable(resources);
		const place = id === undefined ? this.#allocate(resources) : this.#waves[id];
		if (place === undefined || typeof place === "string") return place ?? "tooManyWaves";
		this.#write(place, waveform.pulses, padded);
		place.deleted = false;
		waveform.consume();
		return id ?? this.#count - 1;
	}

	#findReusable(resources: WaveResources): number | undefined {
		const id = this.#waves.findIndex(
			({ deleted, resources: own }, index) =>
				index < this.#count &&
				deleted &&
				own.blocks === resources.blocks &&
				own.words === resources.words &&
				own.topWords === resources.topWords,
		);
		return id < 0 ? undefined : id;
	}

	#allocate(resources: WaveResources): CreatedWave | CreateProblem {
		if (resources.blocks + this.#nextBlock > BLOCK_COUNT) return "tooManyBlocks";
		if (resources.words + this.#nextWord > this.#topWord - resources.topWords) return "tooManyWords";
		if (this.#count >= WAVE_LIMIT) return "tooManyWaves";
		const wave: CreatedWave = {
			firstBlock: this.#nextBlock,
			lastBlock: this.#nextBlock + resources.blocks - 1,
			firstWord: this.#nextWord,
			topWord: this.#topWord,
			resources,
			deleted: false,
		};
		this.#waves[this.#count++] = wave;
		this.#nextBlock += resources.blocks;
		this.#nextWord += resources.words;
		this.#topWord -= resources.topWords;
		return wave;
	}

	#needs(pulses: readonly WavePulse[]): WaveResources {
		let blocks = 1;
		let words = 0;
		for (const { on, off, delay } of pulses) {
			words += (on === 0 ? 0 : 1) + (off === 0 ? 0 : 1);
			blocks += ((on | off) === 0 ? 0 : 1) + delayBlocks(delay, this.isLite);
		}
		return { blocks, words, topWords: 0 };
	}

	/** Writes the control blocks; those of a padded wave end in an empty block at the end of its share. */
	#write(wave: CreatedWave, pulses: readonly WavePulse[], padded: boolean): void {
		const machine = this.#machine;
		let block = wave.firstBlock;
		machine.setDelay(block, START_DELAY, block + 1);
		for (const { on, off, delay } of pulses) {
			if ((on | off) !== 0) {
				block++;
				machine.setChange(block, on, off, block + 1);
			}
			for (const part of delayParts(delay, this.isLite)) {
				block++;
				machine.setDelay(block, part, block + 1);
			}
		}
		if (padded) {
			machine.link(block, wave.lastBlock);
			machine.setNothing(wave.lastBlock, STOP);
		} else machine.link(block, STOP);
	}
}
