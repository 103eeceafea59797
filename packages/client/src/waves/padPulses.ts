import type { Pulse } from "@gpioscope/protocol";
import { needsOf, type WaveNeeds } from "./waveMemory.ts";

/**
 * The same wave, every level and every edge at its time, with exactly the blocks and words wanted: writes are repeated
 * in the moment they happen in (a block and a word each), and delays are cut in two (a block each). Undefined where the
 * pulses do not allow it.
 */
export function padPulses(
	pulses: readonly Pulse[],
	{ blocks, words }: WaveNeeds,
	isLite: boolean,
): readonly Pulse[] | undefined {
	const needs = needsOf(pulses, isLite);
	const repeats = words - needs.words;
	const cuts = blocks - needs.blocks - repeats;
	const writing = pulses.filter(({ on, off }) => (on | off) !== 0).length;
	const cuttable = pulses.reduce((sum, { delay }) => sum + Math.max(0, delay - 1), 0);
	if (repeats < 0 || cuts < 0 || (repeats > 0 && writing === 0) || cuts > cuttable) return undefined;
	const padded = pad(pulses, new Share(repeats, writing), new Share(cuts, cuttable));
	const result = needsOf(padded, isLite);
	return result.blocks === blocks && result.words === words ? padded : undefined;
}

const nothing = { on: 0, off: 0 };

function pad(pulses: readonly Pulse[], repeats: Share, cuts: Share): Pulse[] {
	const padded: Pulse[] = [];
	for (const { on, off, delay } of pulses) {
		const again = repeats.next((on | off) === 0 ? 0 : 1);
		const pieces = 1 + cuts.next(Math.max(0, delay - 1));
		// pigpiod sets before it clears, so what is cleared is low afterwards; else what was set is high.
		const same = off === 0 ? { on, off: 0 } : { on: 0, off };
		for (let i = 0; i < again; i++) padded.push(i === 0 ? { on, off, delay: 0 } : { ...same, delay: 0 });
		let left = delay;
		for (let piece = pieces; piece > 0; piece--) {
			const part = Math.floor(left / piece);
			left -= part;
			const write = piece < pieces ? nothing : again > 0 ? same : { on, off };
			padded.push({ ...write, delay: part });
		}
	}
	return padded;
}

/** Deals a number of things out by weight, so that no moment of the wave gets them all. */
class Share {
	readonly #total: number;
	readonly #weights: number;
	#passed = 0;

	/** @param weights the sum of all; where it is no less than `total`, nobody gets more than its weight */
	constructor(total: number, weights: number) {
		this.#total = total;
		this.#weights = Math.max(1, weights);
	}

	next(weight: number): number {
		const before = Math.floor((this.#total * this.#passed) / this.#weights);
		this.#passed += weight;
		return Math.floor((this.#total * this.#passed) / this.#weights) - before;
	}
}
