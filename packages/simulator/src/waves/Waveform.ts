import { delayBlocks } from "./delayBlocks.ts";
import { mergePulses, TOO_MANY_PULSES } from "./mergePulses.ts";
import type { WavePulse } from "./WavePulse.ts";

/** Length, pulses and control blocks of a waveform. */
export interface WaveCounts {
	micros: number;
	pulses: number;
	blocks: number;
}

/** The waveform under construction: pulses one after another, into which more can be merged. */
export class Waveform {
	/** Of the waveform as last added to or cleared; creating a wave does not reset them. */
	readonly current: WaveCounts = { micros: 0, pulses: 0, blocks: 0 };
	/** The highest each count has been. */
	readonly high: WaveCounts = { micros: 0, pulses: 0, blocks: 0 };
	/**
	 * Two lists that take turns as what is and what is being made, and what is added. None is ever cleared: a delay
	 * of 2^32 - 1 us makes the daemon read on behind the end of a list.
	 */
	readonly #lists: [WavePulse[], WavePulse[]] = [[], []];
	readonly #added: WavePulse[] = [];
	#turn: 0 | 1 = 0;
	#count = 0;
	readonly #splitsDelays: boolean;

	/** `splitsDelays`: long delays take several control blocks (a DMA lite channel). */
	constructor(splitsDelays: boolean) {
		this.#splitsDelays = splitsDelays;
	}

	get pulses(): readonly WavePulse[] {
		return this.#lists[this.#turn].slice(0, this.#count);
	}

	/** Empties the waveform and its counts. */
	clear(): void {
		this.consume();
		Object.assign(this.current, { micros: 0, pulses: 0, blocks: 0 });
	}

	/** Empties the waveform when it has become a wave; the counts stay. */
	consume(): void {
		this.#turn = 0;
		this.#count = 0;
	}

	/**
	 * Merges pulses, the first at time 0 of the waveform. `extra` is left behind the end of what is added.
	 * @returns the number of pulses it has now, or undefined (and nothing changed) if they are too many
	 */
	add(pulses: readonly WavePulse[], extra?: WavePulse): number | undefined {
		let blocks = 0;
		const next = this.#turn === 0 ? 1 : 0;
		[...pulses, ...(extra === undefined ? [] : [extra])].forEach((pulse, index) => {
			this.#added[index] = pulse;
		});
		const { count, length } = mergePulses(
			{ pulses: this.#added, count: pulses.length },
			{ pulses: this.#lists[this.#turn], count: this.#count },
			this.#lists[next],
			(pulse) => {
				blocks += this.#blocksOf(pulse);
			},
		);
		if (count >= TOO_MANY_PULSES) return undefined;
		this.#turn = next;
		this.#count = count;
		const { current, high } = this;
		Object.assign(current, { micros: length, pulses: count, blocks });
		high.micros = Math.max(high.micros, current.micros);
		high.pulses = Math.max(high.pulses, current.pulses);
		high.blocks = Math.max(high.blocks, current.blocks);
		return count;
	}

	#blocksOf({ on, off, delay }: WavePulse): number {
		return ((on | off) !== 0 ? 1 : 0) + delayBlocks(delay, this.#splitsDelays);
	}
}
