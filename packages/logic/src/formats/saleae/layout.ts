/** What every binary export of Logic 2 begins with. */
export const IDENTIFIER = "<SALEAE>";

/** Little endian, as Saleae documents its versions 0 and 1 of the binary export. */
export const fileHeader = { identifier: 0, version: 8, type: 12, bytes: 16 } as const;
/** Version 0: one stretch follows the header. */
export const stretchHeader = { level: 0, begin: 4, end: 12, count: 20, bytes: 28 } as const;
/** Version 1: the number of stretches, as 64 bits, and then each of them. */
export const COUNT_BYTES = 8;
export const wideStretchHeader = { level: 0, rate: 4, begin: 12, end: 20, count: 28, bytes: 36 } as const;
export const TYPE_DIGITAL = 0;
/** A transition is one float64: seconds. */
export const TRANSITION_BYTES = 8;

/** A stretch in which one line is known, in seconds or in ticks. */
export interface Stretch {
	/** At its beginning. */
	readonly level: 0 | 1;
	readonly begin: number;
	readonly end: number;
	/** When the level changes, ascending. */
	readonly times: Float64Array;
}
