import type { Capture } from "../../capture/Capture.ts";
import { groupDigits } from "../../time/groupDigits.ts";
import type { ChannelBits } from "../ChannelBits.ts";
import { FileError } from "../Format.ts";
import type { WrittenRange } from "../range.ts";
import { wordBatches } from "../wordBatches.ts";

/** The moments at which a capture is sampled. */
export interface SampleGrid {
	/** Ticks between two samples. */
	readonly step: number;
	/** Ticks at the first sample: less than a step before the start of what is written. */
	readonly first: number;
	readonly count: number;
	/** Samples a second, in whole hertz. */
	readonly rate: number;
}

/** More samples than this would take gigabytes and minutes. */
const MOST_SAMPLES = 2e9;

/** The slowest sampling, a second: so that a quiet capture keeps when it began and ended. */
const LEAST_RATE = 1000;
/** The fewest samples of a short capture, where its clock is fine enough. */
const FEWEST_SAMPLES = 100;

/**
 * The slowest sampling at a whole number of hertz that misses no change: pigpiod's own 5 µs give 200 kHz.
 *
 * @throws FileError when it would take too many samples.
 */
export function sampleGrid(capture: Capture, bits: ChannelBits, range: WrittenRange): SampleGrid {
	const perSecond = capture.ticksPerMicro * 1e6;
	const span = range.end - range.start;
	let step = perSecond / LEAST_RATE;
	while (step >= 10 && step * FEWEST_SAMPLES > span) step /= 10;
	let reference: number | undefined;
	let last = 0;
	for (const { times, count } of wordBatches(capture, bits, range)) {
		for (let at = 0; at < count; at++) {
			const time = times[at] as number;
			if (time === range.start) continue;
			if (reference === undefined) reference = time;
			else if ((time - last) % step !== 0) step = greatestCommonDivisor(step, time - last);
			last = time;
		}
	}
	// The changes fall on samples, so that the first sample may have to lie a little before the start.
	const first =
		reference === undefined ? range.start : reference - Math.ceil((reference - range.start) / step) * step;
	const count = Math.floor((range.end - first) / step) + 1;
	const rate = perSecond / step;
	if (count > MOST_SAMPLES)
		throw new FileError(
			`${groupDigits(span / perSecond, 3)} s at ${groupDigits(rate, 0)} Hz are ${groupDigits(count, 0)} samples; ` +
				`this format stores each of them, and at most ${groupDigits(MOST_SAMPLES, 0)} are written. ` +
				"Export a shorter stretch, or choose VCD or a session.",
		);
	return { step, first, count, rate };
}

function greatestCommonDivisor(a: number, b: number): number {
	while (b !== 0) [a, b] = [b, a % b];
	return a;
}
