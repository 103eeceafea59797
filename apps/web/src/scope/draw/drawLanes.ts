import { hatchRow } from "./hatch.ts";
import type { LanePalette } from "./lanePalette.ts";
import {
	type LaneColumns,
	laneStates,
	PixelState,
	type StoredRange,
	softLine,
	spaceStates,
	type TraceStyle,
	wholeLine,
} from "./laneStates.ts";
import { blend, packPixel, type Rgb } from "./pixelColor.ts";

/** Where a row of the picture lies. All lengths in device pixels. */
interface DrawnPlace {
	/** First row of pixels; may be negative when scrolled out. */
	readonly top: number;
	readonly height: number;
}

/** A row with a trace. */
export interface DrawnLane extends DrawnPlace, TraceStyle {
	readonly kind: "trace";
	/** Rows free above the high rail. */
	readonly padTop: number;
	/** Rows free below the low rail. */
	readonly padBottom: number;
	readonly color: Rgb;
}

/** A row that something else draws into: only grid, hairline, and a hatch where one of its channels is unknown. */
export interface DrawnSpace extends DrawnPlace {
	readonly kind: "space";
	/** Mask of its channels, 0 when it has none. */
	readonly mask: number;
}

/** A vertical line of the grid. */
export interface GridLine {
	readonly x: number;
	readonly major: boolean;
}

/** Columns of a gap, the second not included. */
export interface DrawnGap {
	readonly from: number;
	readonly to: number;
}

/** All that one picture of the lanes depends on. */
export interface LanePicture {
	/** Words of an ImageData buffer, `width` times `height`. */
	readonly pixels: Uint32Array;
	readonly width: number;
	readonly height: number;
	/** Device pixels per CSS pixel. */
	readonly ratio: number;
	readonly columns: LaneColumns;
	readonly stored: StoredRange;
	readonly rows: readonly (DrawnLane | DrawnSpace)[];
	readonly grid: readonly GridLine[];
	readonly gaps: readonly DrawnGap[];
	readonly palette: LanePalette;
}

/** Rows of a lane that differ, from the top rail down. */
const ROW = { high: 0, belowHigh: 1, middle: 2, low: 3, belowLow: 4 } as const;
const ROWS = 5;
const STATES = 8;
/** Below this a loop is faster than a call. */
const SHORT_RUN = 12;
/** Nothing, a minor or a major grid line behind the pixel. */
const BEHINDS = 3;

/** Paints all lanes into the picture, background and grid included. Free of DOM: it also runs in a worker. */
export function drawLanes(picture: LanePicture): void {
	const { width, height, palette, ratio, columns, stored, gaps } = picture;
	if (width <= 0 || height <= 0) return;
	const behind = gridKinds(picture);
	const ground = groundRow(picture, behind);
	const painted = new Uint8Array(height);
	let hatch: Uint32Array | undefined;
	const hatched = (): Uint32Array => {
		hatch ??= hatchRow(width + height, palette, ratio);
		return hatch;
	};
	const states = new Uint8Array(width);
	const rows = Array.from({ length: ROWS }, () => new Uint32Array(width));
	for (const row of picture.rows) {
		if (row.top >= height || row.top + row.height <= 0) continue;
		if (row.kind === "trace") {
			laneStates(states, columns, row, stored, ratio);
			fillRows(rows, states, behind, pixelTable(row.color, palette, row.line));
			copyRows(picture, row, rows, ground, painted);
		} else {
			spaceStates(states, columns, row.mask, stored);
			copySpace(picture, row, ground, painted);
		}
		hatchUnknown(picture, row, states, hatched);
		hairline(picture, row);
	}
	for (let y = painted.indexOf(0); y >= 0; y = painted.indexOf(0, y + 1))
		picture.pixels.set(ground, y * width);
	for (const gap of gaps) paintGap(picture, gap, hatched());
}

function gridKinds({ width, grid, ratio }: LanePicture): Uint8Array {
	const kinds = new Uint8Array(width);
	const thickness = Math.max(1, Math.round(ratio));
	for (const { x, major } of grid) {
		for (let column = Math.max(0, x); column < Math.min(width, x + thickness); column++) {
			kinds[column] = major ? 2 : 1;
		}
	}
	return kinds;
}

/** A row of nothing but the grid. */
function groundRow({ width, palette }: LanePicture, behind: Uint8Array): Uint32Array {
	const kinds = [palette.ground, palette.gridMinor, palette.gridMajor].map(packPixel);
	const row = new Uint32Array(width);
	for (let x = 0; x < width; x++) row[x] = kinds[behind[x] as number] as number;
	return row;
}

/** The pixel of every state in every kind of row over every background. */
function pixelTable(color: Rgb, palette: LanePalette, thickness: number): Uint32Array {
	const soft = softLine(thickness);
	const table = new Uint32Array(ROWS * STATES * BEHINDS);
	const grounds = [palette.ground, palette.gridMinor, palette.gridMajor];
	grounds.forEach((ground, kind) => {
		const fill = blend(ground, color, palette.fill);
		const dense = blend(ground, color, palette.dense);
		const softOn = (under: Rgb): Rgb => blend(under, color, soft);
		const set = (state: number, high: Rgb, belowHigh: Rgb, middle: Rgb, low: Rgb, belowLow: Rgb): void => {
			[high, belowHigh, middle, low, belowLow].forEach((pixel, row) => {
				table[(row * STATES + state) * BEHINDS + kind] = packPixel(pixel);
			});
		};
		set(PixelState.empty, ground, ground, ground, ground, ground);
		set(PixelState.unknown, ground, ground, ground, ground, ground);
		set(PixelState.low, ground, ground, ground, color, softOn(ground));
		set(PixelState.high, color, softOn(fill), fill, fill, ground);
		set(PixelState.edge, color, color, color, color, softOn(ground));
		set(PixelState.dense, color, softOn(dense), dense, color, softOn(ground));
		set(PixelState.besideLow, softOn(ground), softOn(ground), softOn(ground), color, softOn(ground));
		set(PixelState.besideHigh, color, softOn(fill), softOn(fill), softOn(fill), ground);
	});
	return table;
}

/** Makes the five kinds of rows; equal pixels beside one another, which are most, are filled as one. */
function fillRows(
	rows: readonly Uint32Array[],
	states: Uint8Array,
	behind: Uint8Array,
	table: Uint32Array,
): void {
	const width = states.length;
	for (let x = 0; x < width; ) {
		const state = states[x] as number;
		const ground = behind[x] as number;
		let end = x + 1;
		while (end < width && states[end] === state && behind[end] === ground) end++;
		const pixel = state * BEHINDS + ground;
		for (let kind = 0; kind < ROWS; kind++) {
			const row = rows[kind] as Uint32Array;
			const color = table[kind * STATES * BEHINDS + pixel] as number;
			if (end - x < SHORT_RUN) for (let at = x; at < end; at++) row[at] = color;
			else row.fill(color, x, end);
		}
		x = end;
	}
}

/** The rows between the rails, first and after last, cut to the picture. */
function railRows(lane: DrawnLane): { high: number; low: number; end: number } {
	const line = wholeLine(lane.line) + (softLine(lane.line) > 0 ? 1 : 0);
	const end = lane.top + lane.height - lane.padBottom;
	return { high: lane.top + lane.padTop, low: end - line, end };
}

/** Every row of the picture is written once: the memory's speed is what limits this. */
function copyRows(
	{ pixels, width, height }: LanePicture,
	lane: DrawnLane,
	rows: readonly Uint32Array[],
	ground: Uint32Array,
	painted: Uint8Array,
): void {
	const { high, low, end } = railRows(lane);
	const whole = wholeLine(lane.line);
	const soft = softLine(lane.line) > 0;
	const first = Math.max(0, lane.top);
	const last = Math.min(height, lane.top + lane.height);
	painted.fill(1, first, last);
	for (let y = first; y < last; y++) {
		let kind: number = ROW.middle;
		if (y < high + whole) kind = ROW.high;
		else if (soft && y === high + whole) kind = ROW.belowHigh;
		else if (y >= low) kind = y < low + whole ? ROW.low : ROW.belowLow;
		const isBetween = y >= high && y < end;
		pixels.set(isBetween ? (rows[kind] ?? ground) : ground, y * width);
	}
}

function copySpace(
	{ pixels, width, height }: LanePicture,
	{ top, height: rows }: DrawnSpace,
	ground: Uint32Array,
	painted: Uint8Array,
): void {
	const first = Math.max(0, top);
	const last = Math.min(height, top + rows);
	painted.fill(1, first, last);
	for (let y = first; y < last; y++) pixels.set(ground, y * width);
}

/** Unknown stretches of one row: hatched over its whole height, without rails. */
function hatchUnknown(
	{ pixels, width, height }: LanePicture,
	lane: DrawnPlace,
	states: Uint8Array,
	hatched: () => Uint32Array,
): void {
	let x = states.indexOf(PixelState.unknown);
	while (x >= 0) {
		let end = x + 1;
		while (end < width && states[end] === PixelState.unknown) end++;
		const hatch = hatched();
		for (let y = Math.max(0, lane.top); y < Math.min(height, lane.top + lane.height); y++) {
			pixels.set(hatch.subarray(x + y, end + y), y * width + x);
		}
		x = end < width ? states.indexOf(PixelState.unknown, end) : -1;
	}
}

function hairline({ pixels, width, height, palette, ratio }: LanePicture, lane: DrawnPlace): void {
	const bottom = lane.top + lane.height;
	const thickness = Math.max(1, Math.round(ratio));
	const pixel = packPixel(palette.hairline);
	for (let y = Math.max(0, bottom - thickness); y < Math.min(height, bottom); y++) {
		pixels.fill(pixel, y * width, (y + 1) * width);
	}
}

/** A lost stretch: hatched over all lanes, with dotted edges; never narrower than 3 CSS pixels. */
function paintGap(picture: LanePicture, gap: DrawnGap, hatch: Uint32Array): void {
	const { pixels, width, height, ratio, palette } = picture;
	const least = Math.round(3 * ratio);
	const spare = Math.max(0, least - (gap.to - gap.from));
	const left = gap.from - Math.floor(spare / 2);
	const right = left + Math.max(least, gap.to - gap.from);
	const from = Math.max(0, left);
	const to = Math.min(width, right);
	if (to <= from) return;
	const edge = packPixel(palette.gapEdge);
	const thickness = Math.max(1, Math.round(ratio));
	const dot = Math.round(2 * ratio);
	const period = Math.round(5 * ratio);
	const edges = spare === 0 ? [left, right - thickness] : [];
	for (let y = 0; y < height; y++) {
		pixels.set(hatch.subarray(from + y, to + y), y * width + from);
		if (y % period >= dot) continue;
		for (const x of edges) {
			const start = Math.max(0, x);
			const end = Math.min(width, x + thickness);
			if (end > start) pixels.fill(edge, y * width + start, y * width + end);
		}
	}
}
