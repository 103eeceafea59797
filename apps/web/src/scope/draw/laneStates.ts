/** What the capture shows in each pixel of a view: one word of 32 channels per pixel and question. */
export interface LaneColumns {
	/** Which channels changed within the pixel. */
	readonly changed: Uint32Array;
	/** Which channels changed more than once within the pixel. */
	readonly multiple: Uint32Array;
	/** The level of each channel at the pixel's end. */
	readonly levels: Uint32Array;
	/** Which channels are known through the whole pixel. */
	readonly known: Uint32Array;
}

/** What one channel shows in one pixel. */
export const PixelState = {
	/** Nothing is stored here, or not yet: the ground. */
	empty: 0,
	low: 1,
	high: 2,
	/** A change, or several that no line can tell apart: full height. */
	edge: 3,
	/** Part of an activity block. */
	dense: 4,
	/** The softer half of an edge's line, beside it. */
	besideLow: 5,
	besideHigh: 6,
	unknown: 7,
} as const;

/** Changes nearer to one another than this, in CSS pixels, may form a block of activity. */
const DENSE_DISTANCE = 3;
/** So many changes make one. */
const DENSE_COUNT = 4;

/** Which columns hold stored data; what lies outside is empty, not unknown. */
export interface StoredRange {
	/** First column with data. */
	readonly first: number;
	/** Column after the last one with data. */
	readonly end: number;
}

/** Of one trace: what is looked at, and how it is drawn. */
export interface TraceStyle {
	/** Channel 0 to 31. */
	readonly channel: number;
	/** High is shown as low, and low as high. */
	readonly inverted: boolean;
	/** Thickness of its line, device pixels. */
	readonly line: number;
}

/**
 * Finds the state of one channel in every pixel.
 *
 * @param states receives one PixelState a column; its length is the width
 * @param ratio device pixels per CSS pixel
 */
export function laneStates(
	states: Uint8Array,
	columns: LaneColumns,
	{ channel, inverted, line }: TraceStyle,
	stored: StoredRange,
	ratio: number,
): void {
	const first = Math.max(0, stored.first);
	const end = Math.min(states.length, stored.end);
	states.fill(PixelState.empty);
	const { changed, levels, known } = columns;
	const flip = inverted ? 1 : 0;
	let hasEdges = false;
	for (let x = first; x < end; x++) {
		if ((((known[x] as number) >>> channel) & 1) === 0) states[x] = PixelState.unknown;
		else if ((((changed[x] as number) >>> channel) & 1) === 1) {
			states[x] = PixelState.edge;
			hasEdges = true;
		} else states[x] = PixelState.low + ((((levels[x] as number) >>> channel) & 1) ^ flip);
	}
	if (!hasEdges) return;
	markActivity(states, columns, channel, first, end, DENSE_DISTANCE * ratio);
	widenEdges(states, columns, channel, first, end, line, flip);
}

/**
 * Where one of several channels is unknown; all else is empty.
 *
 * @param states receives one PixelState a column
 */
export function spaceStates(
	states: Uint8Array,
	{ known }: LaneColumns,
	mask: number,
	stored: StoredRange,
): void {
	states.fill(PixelState.empty);
	if (mask === 0) return;
	for (let x = Math.max(0, stored.first); x < Math.min(states.length, stored.end); x++) {
		if (mask & ~(known[x] as number)) states[x] = PixelState.unknown;
	}
}

/** Turns runs of close changes into blocks. */
function markActivity(
	states: Uint8Array,
	{ multiple }: LaneColumns,
	channel: number,
	from: number,
	end: number,
	distance: number,
): void {
	let start = -1;
	let last = -1;
	let count = 0;
	const close = (): void => {
		if (count >= DENSE_COUNT && last > start) states.fill(PixelState.dense, start, last + 1);
	};
	for (let x = from; x < end; x++) {
		const state = states[x];
		if (state === PixelState.unknown) {
			close();
			start = -1;
			count = 0;
			continue;
		}
		if (state !== PixelState.edge) continue;
		if (start < 0 || x - last >= distance) {
			close();
			start = x;
			count = 0;
		}
		count += 1 + (((multiple[x] ?? 0) >>> channel) & 1);
		last = x;
	}
	close();
}

/** Gives edges the width of their line: whole columns, then one at half strength where a half is left. */
function widenEdges(
	states: Uint8Array,
	{ levels }: LaneColumns,
	channel: number,
	from: number,
	end: number,
	line: number,
	flip: number,
): void {
	const whole = wholeLine(line);
	const soft = softLine(line) > 0;
	for (let x = end - 1; x >= from; x--) {
		if (states[x] !== PixelState.edge) continue;
		for (let beside = 1; beside <= whole; beside++) {
			const at = x + beside;
			if (at >= end) break;
			const state = states[at];
			if (state !== PixelState.low && state !== PixelState.high) break;
			if (beside < whole) states[at] = PixelState.edge;
			else if (soft) states[at] = PixelState.besideLow + ((((levels[at] ?? 0) >>> channel) & 1) ^ flip);
		}
	}
}

/** Device pixels that a line so thick covers wholly; at least one. */
export function wholeLine(line: number): number {
	return Math.max(1, Math.floor(line));
}

/** Opacity of the pixel after the whole ones, 0 when the line ends on a pixel. */
export function softLine(line: number): number {
	return Math.max(0, line - wholeLine(line));
}
