import type { LaneColumns, StoredRange } from "../draw/laneStates.ts";
import type { TimeMap } from "../view/TimeMap.ts";

/** Columns as the capture answered them, with the stretch of the axis they are for. */
export interface CachedColumns extends LaneColumns {
	readonly map: TimeMap;
	/** Place on the axis of the left of the first column, µs. */
	readonly from: number;
	/** µs of the axis per column. */
	readonly scale: number;
}

/** The columns of a picture: how many, and of what. */
export interface WantedColumns extends Pick<CachedColumns, "map" | "from" | "scale"> {
	readonly width: number;
}

/** Columns for one picture, and which of them hold an answer at all. */
export interface MappedColumns {
	readonly columns: LaneColumns;
	readonly covered: StoredRange;
}

const SAME = 1e-9;

/** The start of a picture, moved onto the grid of whole columns, so that a scrolling picture moves by whole pixels. */
export function alignToColumns(from: number, scale: number): number {
	return Math.round(from / scale) * scale;
}

/** Takes the columns of a picture out of those at hand; what the answer does not cover is left out, never invented. */
export function mapColumns(cache: CachedColumns, wanted: WantedColumns): MappedColumns {
	if (isOfSameColumns(cache, wanted)) return shifted(cache, wanted);
	return resampled(cache, wanted);
}

/** Whether columns are as wide as those at hand, and show the same times. */
export function isOfSameColumns(
	cache: Pick<CachedColumns, "map" | "scale">,
	{ map, scale }: Pick<WantedColumns, "map" | "scale">,
): boolean {
	return map === cache.map && Math.abs(scale / cache.scale - 1) < SAME;
}

function shifted(cache: CachedColumns, { from, width }: WantedColumns): MappedColumns {
	const offset = Math.round((from - cache.from) / cache.scale);
	const length = cache.changed.length;
	if (offset >= 0 && offset + width <= length) {
		const part = (words: Uint32Array): Uint32Array => words.subarray(offset, offset + width);
		return {
			columns: partOf(cache, part),
			covered: { first: 0, end: width },
		};
	}
	const first = Math.min(width, Math.max(0, -offset));
	const end = Math.max(first, Math.min(width, length - offset));
	const part = (words: Uint32Array): Uint32Array => {
		const copy = new Uint32Array(width);
		copy.set(words.subarray(first + offset, end + offset), first);
		return copy;
	};
	return { columns: partOf(cache, part), covered: { first, end } };
}

function partOf(columns: LaneColumns, part: (words: Uint32Array) => Uint32Array): LaneColumns {
	return {
		changed: part(columns.changed),
		multiple: part(columns.multiple),
		levels: part(columns.levels),
		known: part(columns.known),
	};
}

/** A stand-in for a new zoom until the capture has answered: old columns merged or repeated. */
function resampled(cache: CachedColumns, { map, from, scale, width }: WantedColumns): MappedColumns {
	const isSameMap = map === cache.map;
	const columnOf = (place: number): number =>
		((isSameMap ? place : cache.map.axisOf(map.timeOf(place))) - cache.from) / cache.scale;
	const changed = new Uint32Array(width);
	const multiple = new Uint32Array(width);
	const levels = new Uint32Array(width);
	const known = new Uint32Array(width);
	const length = cache.changed.length;
	let first = width;
	let end = 0;
	for (let x = 0; x < width; x++) {
		const start = Math.floor(columnOf(from + x * scale));
		const stop = Math.max(start + 1, Math.floor(columnOf(from + (x + 1) * scale)));
		if (start < 0 || stop > length) continue;
		let anyChanged = 0;
		let twice = 0;
		let allKnown = 0xffffffff;
		for (let column = start; column < stop; column++) {
			const here = cache.changed[column] ?? 0;
			twice |= (cache.multiple[column] ?? 0) | (anyChanged & here);
			anyChanged |= here;
			allKnown &= cache.known[column] ?? 0;
		}
		changed[x] = anyChanged;
		multiple[x] = twice;
		known[x] = allKnown;
		levels[x] = cache.levels[stop - 1] ?? 0;
		if (x < first) first = x;
		end = x + 1;
	}
	return { columns: { changed, multiple, levels, known }, covered: { first: Math.min(first, end), end } };
}
