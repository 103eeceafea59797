import type { ColumnPiece } from "../../bridge/columnPieces.ts";
import type { TimeView } from "./timeView.ts";

/** A stretch of capture time that is collapsed, µs. */
export interface Break {
	readonly from: number;
	readonly to: number;
}

/** A break where it is drawn. */
export interface DrawnBreak extends Break {
	/** Its ends on the axis, µs. */
	readonly axisFrom: number;
	readonly axisTo: number;
}

/** A part of the axis on which time runs evenly. */
export interface Piece {
	/** Capture times of its ends, µs. */
	readonly from: number;
	readonly to: number;
	/** Its ends on the axis, µs. */
	readonly axisFrom: number;
	readonly axisTo: number;
	readonly isBreak: boolean;
}

/** Width of a break, CSS pixels; a stretch that is not longer than that is drawn as it is. */
export const BREAK_PIXELS = 24;

/**
 * Where capture times lie on the axis of the picture at one scale. The axis counts µs like the capture does, but a
 * break takes no more than {@link BREAK_PIXELS} of it, and time runs evenly inside. Without breaks axis and capture time
 * are the same. The map rises everywhere and has no jumps, so each time has one place and each place one time.
 */
export class TimeMap {
	/** The map without breaks. */
	static readonly straight = new TimeMap([], 1);

	/** Capture times of the ends of the breaks, each start followed by its end; and where these lie on the axis. */
	readonly #times: Float64Array;
	readonly #places: Float64Array;

	private constructor(breaks: readonly Break[], scale: number) {
		const width = BREAK_PIXELS * scale;
		const narrowed = breaks.filter(({ from, to }) => to - from > width);
		this.#times = new Float64Array(2 * narrowed.length);
		this.#places = new Float64Array(2 * narrowed.length);
		let time = 0;
		let place = 0;
		narrowed.forEach(({ from, to }, index) => {
			place += from - time;
			this.#times[2 * index] = from;
			this.#places[2 * index] = place;
			place += width;
			time = to;
			this.#times[2 * index + 1] = to;
			this.#places[2 * index + 1] = place;
		});
	}

	/**
	 * @param breaks in order of time, not touching one another.
	 * @param scale µs of the axis per CSS pixel.
	 */
	static at(breaks: readonly Break[], scale: number): TimeMap {
		const width = BREAK_PIXELS * scale;
		return breaks.some(({ from, to }) => to - from > width) ? new TimeMap(breaks, scale) : TimeMap.straight;
	}

	/** True where nothing is collapsed at this scale: axis and capture time are the same. */
	get isStraight(): boolean {
		return this.#times.length === 0;
	}

	/** Place on the axis of a capture time. */
	axisOf(time: number): number {
		return across(this.#times, this.#places, time);
	}

	/** Capture time at a place on the axis. */
	timeOf(place: number): number {
		return across(this.#places, this.#times, place);
	}

	/** The break in which a place on the axis lies. */
	breakAt(place: number): DrawnBreak | undefined {
		const index = countUpTo(this.#places, place);
		return index % 2 === 0 ? undefined : this.#break(index - 1);
	}

	/** The breaks of which something is in a stretch of the axis, in order of time. */
	breaksIn({ from, to }: TimeView): readonly DrawnBreak[] {
		const found: DrawnBreak[] = [];
		const first = countUpTo(this.#places, from);
		for (let at = first - (first % 2); at < this.#places.length; at += 2) {
			const one = this.#break(at);
			if (one.axisFrom >= to) break;
			found.push(one);
		}
		return found;
	}

	/** A stretch of the axis in parts over which time runs evenly, from left to right. */
	piecesIn(axis: TimeView): readonly Piece[] {
		const pieces: Piece[] = [];
		let axisFrom = axis.from;
		const goTo = (axisTo: number, isBreak: boolean): void => {
			if (axisTo <= axisFrom) return;
			const [from, to] = [this.timeOf(axisFrom), this.timeOf(axisTo)];
			pieces.push({ from, to, axisFrom, axisTo, isBreak });
			axisFrom = axisTo;
		};
		for (const one of this.breaksIn(axis)) {
			goTo(one.axisFrom, false);
			goTo(Math.min(one.axisTo, axis.to), true);
		}
		goTo(axis.to, false);
		return pieces;
	}

	/**
	 * Cuts columns of the axis where time changes its pace, so that each part can be asked for as it is: the parts take
	 * whole columns and lie beside one another in capture time. A column at the edge of a break goes with what is beside
	 * the break, where something may happen.
	 *
	 * @param from place on the axis of the first column's left, µs.
	 * @param scale µs of the axis per column, less than half the width of a break.
	 */
	columnPieces(from: number, scale: number, count: number): readonly ColumnPiece[] {
		const axis = { from, to: from + count * scale };
		if (this.isStraight) return [{ ...axis, columns: count }];
		const pieces: ColumnPiece[] = [];
		let column = 0;
		let time = this.timeOf(from);
		const add = (end: number, to: number): void => {
			if (end > column) pieces.push({ from: time, to, columns: end - column });
			column = end;
			time = to;
		};
		for (const one of this.breaksIn(axis)) {
			const first = Math.min(count, Math.max(column, Math.ceil((one.axisFrom - from) / scale)));
			if (first > column) add(first, time + (first - column) * scale);
			const isCut = one.axisTo >= axis.to;
			const last = isCut ? count : Math.max(first, Math.floor((one.axisTo - from) / scale));
			add(last, isCut ? this.timeOf(axis.to) : one.to - (one.axisTo - (from + last * scale)));
		}
		add(count, time + (count - column) * scale);
		return pieces;
	}

	#break(at: number): DrawnBreak {
		const [times, places] = [this.#times, this.#places];
		return {
			from: times[at] as number,
			to: times[at + 1] as number,
			axisFrom: places[at] as number,
			axisTo: places[at + 1] as number,
		};
	}
}

/** Goes from one side of the map to the other. */
function across(here: Float64Array, there: Float64Array, value: number): number {
	const index = countUpTo(here, value);
	if (index === 0) return value;
	const start = here[index - 1] as number;
	const base = there[index - 1] as number;
	if (index % 2 === 0) return base + (value - start);
	const length = (here[index] as number) - start;
	return base + ((value - start) / length) * ((there[index] as number) - base);
}

/** How many of ascending values are not above one. */
function countUpTo(values: Float64Array, value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((values[middle] as number) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The scale, µs per CSS pixel, at which a stretch of capture time is drawn just so many pixels wide. Undefined when
 * there is none: a part of one break stays narrow at any scale.
 */
export function scaleFor(
	breaks: readonly Break[],
	from: number,
	to: number,
	pixels: number,
): number | undefined {
	const parts = breaks
		.filter((one) => one.to > from && one.from < to)
		.map((one) => ({ length: one.to - one.from, part: Math.min(one.to, to) - Math.max(one.from, from) }))
		.sort((a, b) => b.length - a.length);
	let open = Math.max(0, to - from);
	if (parts.length === 0) return open / pixels;
	// Going in, the longest break is the first to be narrowed.
	let narrowed = 0;
	for (const { length, part } of parts) {
		const scale = open / (pixels - narrowed);
		if (BREAK_PIXELS * scale >= length) return scale;
		open -= part;
		narrowed += (part / length) * BREAK_PIXELS;
	}
	return open > 0 ? open / (pixels - narrowed) : undefined;
}
