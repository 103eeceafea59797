import type { Pulse } from "@gpioscope/protocol";
import { padPulses } from "./padPulses.ts";
import { needsOf, shareOf } from "./waveMemory.ts";

/** One way to make a wave of given pulses. */
export interface WavePlan {
	readonly pulses: readonly Pulse[];
	/** Percentage for WVCAP; undefined for WVCRE. */
	readonly percent: number | undefined;
	/** Control blocks that it takes. */
	readonly blocks: number;
}

/**
 * Sizes of small waves: as many words, twice as many blocks. That is the shape of pulses that switch one way, and
 * padding can reach it from all that have delays to cut.
 */
const SMALL = [4, 6, 8, 12, 16, 24, 32, 48, 64, 96];
/** Sizes of larger waves, in percent of the memory. */
const PERCENTAGES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48];

/**
 * Ways to make a wave, the best first. pigpiod reuses the space of a deleted wave only for one of exactly the same
 * size, so waves of any size soon leave it without room. A few sizes are reused for ever; when the best has no room, a
 * larger one may have been deleted; and the exact size comes last.
 */
export function* wavePlans(pulses: readonly Pulse[], isLite: boolean): Generator<WavePlan> {
	const needs = needsOf(pulses, isLite);
	for (const size of SMALL) {
		const blocks = 2 * size;
		const padded = padPulses(pulses, { blocks, words: needs.words === 0 ? 0 : size }, isLite);
		if (padded !== undefined) yield { pulses: padded, percent: undefined, blocks };
	}
	for (const percent of PERCENTAGES) {
		const share = shareOf(percent);
		// The last block of a share is its own end and carries nothing of the wave.
		if (share.blocks <= needs.blocks || share.words < needs.words) continue;
		yield { pulses, percent, blocks: share.blocks };
	}
	yield { pulses, percent: undefined, blocks: needs.blocks };
}
