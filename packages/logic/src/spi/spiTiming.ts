import type { SpiFlags } from "./spiFlags.ts";

/** A level from a moment on. */
export interface TimingEdge {
	/** In clocks, from the select's first edge on. */
	readonly at: number;
	readonly level: 0 | 1;
}

/** One word on the lines, as the daemon sends it. Times in clocks; edges ascend, the first stands before time 0. */
export interface SpiTiming {
	readonly select: readonly TimingEdge[];
	readonly clock: readonly TimingEdge[];
	/** Where each data bit lies on both data lines; `bit` 0 is the least significant. */
	readonly bits: readonly { readonly from: number; readonly to: number; readonly bit: number }[];
	/** When data is sampled, one time a bit. */
	readonly samples: readonly number[];
	/** Where the picture ends. */
	readonly end: number;
}

const LEAD = 1;
const TRAIL = 1;

/**
 * How one word of so many bits (1 to 32) goes over the lines: the clock rests at the mode's polarity; with phase 0 data is
 * there before the clock's first edge, which samples it, with phase 1 it comes with the first and is sampled with the
 * second.
 */
export function spiTiming(
	flags: Pick<SpiFlags, "mode" | "sendLowestFirst">,
	isActiveHigh: boolean,
	wordBits = 8,
): SpiTiming {
	const polarity = ((flags.mode >>> 1) & 1) as 0 | 1;
	const phase = flags.mode & 1;
	const active = polarity === 0 ? 1 : 0;
	const end = LEAD + wordBits + TRAIL;
	const clock: TimingEdge[] = [{ at: -1, level: polarity }];
	const bits: SpiTiming["bits"][number][] = [];
	const samples: number[] = [];
	for (let index = 0; index < wordBits; index++) {
		const first = LEAD + index + (phase === 0 ? 0.5 : 0);
		clock.push({ at: first, level: active }, { at: first + 0.5, level: polarity });
		samples.push(phase === 0 ? first : first + 0.5);
		const from = LEAD + index;
		bits.push({ from, to: from + 1, bit: flags.sendLowestFirst === 1 ? index : wordBits - 1 - index });
	}
	return {
		select: [
			{ at: -1, level: isActiveHigh ? 0 : 1 },
			{ at: 0.5, level: isActiveHigh ? 1 : 0 },
			{ at: end - 0.5, level: isActiveHigh ? 0 : 1 },
		],
		clock,
		bits,
		samples,
		end,
	};
}
