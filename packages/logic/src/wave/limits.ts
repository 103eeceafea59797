import { maxLength } from "./document.ts";

/** pigpiod's resources for waves, as it counts them. */
export interface WaveLimits {
	/** Pulses of a waveform under construction (WVSP 2). */
	readonly pulses: number;
	/** The largest count that WVAG really takes: it refuses to reach `pulses`. */
	readonly usablePulses: number;
	/** DMA control blocks (WVSC 2). */
	readonly controlBlocks: number;
	/** Those which waves may take; the rest serves chains. */
	readonly usableControlBlocks: number;
	/** Output words that waves may take: one for each pulse that sets lines, one for each that clears lines. */
	readonly usableWords: number;
	/** Microseconds (WVSM 2). */
	readonly micros: number;
	/** Wave ids. pigpiod 79 does not check this and crashes at the 251st, so it must be kept here. */
	readonly waves: number;
	/** The longest delay of one control block, µs; shorter than a wave only on a DMA lite channel (pigpiod -e 7 and up). */
	readonly blockDelay: number;
}

/** The limits of pigpiod 79 with its usual DMA channels. */
export const defaultLimits: WaveLimits = {
	pulses: 12_000,
	usablePulses: 11_999,
	controlBlocks: 25_016,
	usableControlBlocks: 23_836,
	usableWords: 15_958,
	micros: maxLength,
	waves: 250,
	blockDelay: 0xffff_ffff,
};

/** The limits on a DMA lite channel, where a control block lasts at most 65 532 / 4 µs. */
export const dmaLiteLimits: WaveLimits = { ...defaultLimits, blockDelay: 16_383 };
