import type { Pulse } from "@gpioscope/protocol";

/** What waves are made of in pigpiod's memory. */
export interface WaveNeeds {
	/** DMA control blocks, the one that starts the wave included. */
	readonly blocks: number;
	/** Output words. */
	readonly words: number;
}

/** Waves that pigpiod has room for. It does not check: one more overwrites its memory, and it crashes. */
export const MAX_WAVES = 250;
/** The most pulses one waveform takes (PI_WAVE_MAX_PULSES must not be reached). */
export const MOST_PULSES = 11_999;
/** Room for the blocks and words of all waves: 212 pages of 118 and 79, less 10 pages that belong to chains. */
const ROOM: WaveNeeds = { blocks: 202 * 118, words: 202 * 79 };
/** The longest delay of one control block where waves use a DMA lite channel (pigpiod -e 7 and up). */
const LITE_DELAY = 16_383;

/** What pulses need as a wave; `isLite` where long delays take several control blocks. */
export function needsOf(pulses: readonly Pulse[], isLite: boolean): WaveNeeds {
	let blocks = 1;
	let words = 0;
	for (const { on, off, delay } of pulses) {
		words += (on === 0 ? 0 : 1) + (off === 0 ? 0 : 1);
		if ((on | off) !== 0) blocks++;
		if (delay > 0) blocks += isLite ? Math.ceil(delay / LITE_DELAY) : 1;
	}
	return { blocks, words };
}

/** What WVCAP sets aside for a percentage. */
export function shareOf(percent: number): WaveNeeds {
	return {
		blocks: Math.floor((ROOM.blocks * percent) / 100),
		words: Math.floor((ROOM.words * percent) / 100),
	};
}

/** Length of pulses in microseconds. */
export function lengthOf(pulses: readonly Pulse[]): number {
	return pulses.reduce((sum, { delay }) => sum + delay, 0);
}
