/** What can be derived from a channel over time. */
export type DerivedQuantity =
	/** Hertz, from one rising edge to the next. */
	| "frequency"
	/** High part of each period, percent. */
	| "duty"
	/** Width of the high pulse last begun, microseconds. */
	| "highWidth"
	/** Width of the low pulse last begun, microseconds. */
	| "lowWidth"
	/** Edges a second, over some columns around each. */
	| "changeRate";

/**
 * A quantity over [from, to), in equal columns. NaN where it is not known: in gaps, before the first and after the
 * last whole period or pulse.
 */
export interface DerivedColumns {
	/** Ticks of the capture. */
	readonly from: number;
	readonly to: number;
	readonly min: Float64Array;
	readonly mean: Float64Array;
	readonly max: Float64Array;
	/** There are so many changes that only some of each column were looked at. */
	readonly isSampled: boolean;
}
