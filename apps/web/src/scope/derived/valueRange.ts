import type { DerivedQuantity } from "@gpioscope/logic";

/** What a track shows from bottom to top. */
export interface ValueRange {
	readonly low: number;
	readonly high: number;
}

/** A range is kept while what it shows fills at least this share of it. */
const FILLED = 0.35;

/**
 * The range in which values from `min` to `max` are shown: of round numbers, and the one before for as long as it
 * fits, so that a track does not move up and down with every value.
 */
export function valueRange(
	quantity: DerivedQuantity,
	min: number,
	max: number,
	before: ValueRange | undefined,
): ValueRange {
	// A rate is read against nothing happening.
	const low = quantity === "changeRate" ? 0 : min;
	if (before !== undefined && low >= before.low && max <= before.high) {
		const filled = (max - low) / (before.high - before.low);
		if (filled >= FILLED || isAsNarrow(before, quantity, max)) return before;
	}
	const spare = Math.max((max - low) * 0.05, leastSpan(quantity, max) / 2);
	const step = roundStep((max - low + 2 * spare) / 4);
	const range = {
		low: Math.floor((low - spare) / step) * step,
		high: Math.ceil((max + spare) / step) * step,
	};
	return {
		low: low >= 0 ? Math.max(0, range.low) : range.low,
		high: quantity === "duty" ? Math.min(100, range.high) : range.high,
	};
}

/** Values that hardly differ are shown as such: over a twentieth of their size at least, or a few edges a second. */
function leastSpan(quantity: DerivedQuantity, max: number): number {
	return Math.max(Math.abs(max) * 0.05, quantity === "changeRate" ? 4 : 1e-3);
}

function isAsNarrow({ low, high }: ValueRange, quantity: DerivedQuantity, max: number): boolean {
	return high - low <= 3 * leastSpan(quantity, max);
}

/** The next of 1, 2, 5, 10 … */
function roundStep(step: number): number {
	const power = 10 ** Math.floor(Math.log10(step));
	const digit = step / power;
	return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}
