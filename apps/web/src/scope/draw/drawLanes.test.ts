import { describe, expect, it } from "vitest";
import { type DrawnLane, drawLanes, type LanePicture } from "./drawLanes.ts";
import type { LanePalette } from "./lanePalette.ts";
import { blend, packPixel } from "./pixelColor.ts";

const palette: LanePalette = {
	ground: 0x0f1317,
	hairline: 0x20272e,
	gridMinor: 0x191d22,
	gridMajor: 0x22272c,
	hatchGround: 0x161b1f,
	hatchLine: 0x33393f,
	gapEdge: 0x7d8894,
	fill: 0.13,
	dense: 0.62,
	traces: [],
};
const trace = 0xb3bafe;
const width = 40;
const height = 20;
const lane: DrawnLane = {
	kind: "trace",
	channel: 3,
	top: 0,
	height: 20,
	padTop: 4,
	padBottom: 4,
	color: trace,
	inverted: false,
	line: 1.5,
};
/** Rows of the lane above: the high rail and the low rail's first row. */
const HIGH = 4;
const LOW = 14;
const MIDDLE = 9;

const ground = packPixel(palette.ground);
const line = packPixel(trace);
const fill = packPixel(blend(palette.ground, trace, palette.fill));
const half = packPixel(blend(palette.ground, trace, 0.5));
const dense = packPixel(blend(palette.ground, trace, palette.dense));

/** Draws channel 3 from a text: `_` low, `#` high, `|` change, `?` unknown. The level after `|` is that of what follows. */
function draw(text: string, more: Partial<LanePicture> = {}): (x: number, y: number) => number {
	const size = more.width ?? width;
	const changed = new Uint32Array(size);
	const levels = new Uint32Array(size);
	const known = new Uint32Array(size).fill(0xffffffff);
	const bit = 1 << lane.channel;
	const at = (x: number) => text[Math.min(x, text.length - 1)];
	for (let x = 0; x < size; x++) {
		if (at(x) === "?") known[x] = ~bit;
		if (at(x) === "|") changed[x] = bit;
		let next = x;
		while (at(next) === "|" && next < size - 1) next++;
		if (at(next) === "#") levels[x] = bit;
	}
	const pixels = new Uint32Array(size * height);
	drawLanes({
		pixels,
		width: size,
		height,
		ratio: 1,
		columns: { changed, multiple: new Uint32Array(size), levels, known },
		stored: { first: 0, end: size },
		rows: [lane],
		grid: [],
		gaps: [],
		palette,
		...more,
	});
	return (x, y) => pixels[y * size + x]!;
}

describe("drawing lanes", () => {
	it("draws a low level as the low rail, one and a half rows thick", () => {
		const pixel = draw("_");
		expect(pixel(5, LOW)).toBe(line);
		expect(pixel(5, LOW + 1)).toBe(half);
		expect(pixel(5, LOW - 1)).toBe(ground);
		expect(pixel(5, HIGH)).toBe(ground);
	});

	it("draws a high level as the high rail with a weak area below it", () => {
		const pixel = draw("#");
		expect(pixel(5, HIGH - 1)).toBe(ground);
		expect(pixel(5, HIGH)).toBe(line);
		expect(pixel(5, HIGH + 1)).toBe(packPixel(blend(blend(palette.ground, trace, 0.13), trace, 0.5)));
		expect(pixel(5, MIDDLE)).toBe(fill);
		expect(pixel(5, LOW + 1)).toBe(ground);
	});

	it("draws a change as a vertical line on a whole pixel, the next column at half", () => {
		const pixel = draw("_____|#####");
		for (const y of [HIGH, MIDDLE, LOW]) expect(pixel(5, y)).toBe(line);
		expect(pixel(4, MIDDLE)).toBe(ground);
		expect(pixel(6, MIDDLE)).toBe(packPixel(blend(blend(palette.ground, trace, 0.13), trace, 0.5)));
		expect(pixel(7, MIDDLE)).toBe(fill);
	});

	it("never loses a glitch that begins and ends within one pixel", () => {
		const pixel = draw("_____|_____");
		for (const y of [HIGH, MIDDLE, LOW]) expect(pixel(5, y)).toBe(line);
		expect(pixel(6, MIDDLE)).toBe(half);
		expect(pixel(7, MIDDLE)).toBe(ground);
	});

	it("draws four changes close to one another as one block with both rails", () => {
		const pixel = draw("_____|#|_|#|_____");
		for (let x = 5; x <= 11; x++) {
			expect(pixel(x, HIGH)).toBe(line);
			expect(pixel(x, MIDDLE)).toBe(dense);
			expect(pixel(x, LOW)).toBe(line);
		}
		expect(pixel(12, MIDDLE)).toBe(ground);
	});

	it("keeps three close changes as lines", () => {
		const pixel = draw("_____|#|_|#####");
		expect(pixel(5, MIDDLE)).toBe(line);
		expect(pixel(7, MIDDLE)).toBe(line);
		expect(pixel(9, MIDDLE)).toBe(line);
	});

	it("keeps changes three pixels apart as lines", () => {
		const pixel = draw("_____|##|__|##|__|##");
		expect(pixel(5, MIDDLE)).toBe(line);
		expect(pixel(7, MIDDLE)).toBe(fill);
		expect(pixel(8, MIDDLE)).toBe(line);
	});

	it("hatches what is unknown and draws no rail there", () => {
		const pixel = draw("_____??????????????_____");
		const row = Array.from({ length: 12 }, (_, x) => pixel(6 + x, LOW));
		expect(row).not.toContain(line);
		expect(row).not.toContain(ground);
		expect(new Set(row).size).toBeGreaterThan(1);
		expect(pixel(6, HIGH + 3)).toBe(pixel(7, HIGH + 2));
		expect(pixel(4, LOW)).toBe(line);
		expect(pixel(19, LOW)).toBe(line);
	});

	it("leaves empty what lies before the first and after the last stored sample", () => {
		const pixel = draw("?????_____", { stored: { first: 5, end: 30 } });
		expect(pixel(2, LOW)).toBe(ground);
		expect(pixel(5, LOW)).toBe(line);
		expect(pixel(31, LOW)).toBe(ground);
	});

	it("draws a gap over the lanes with dotted edges", () => {
		const pixel = draw("_", { gaps: [{ from: 10, to: 20 }] });
		expect(pixel(9, LOW)).toBe(line);
		expect(pixel(15, LOW)).not.toBe(line);
		expect(pixel(10, 0)).toBe(packPixel(palette.gapEdge));
		expect(pixel(10, 3)).not.toBe(packPixel(palette.gapEdge));
		expect(pixel(19, 0)).toBe(packPixel(palette.gapEdge));
		expect(pixel(20, LOW)).toBe(line);
	});

	it("draws a narrow gap three pixels wide", () => {
		const pixel = draw("_", { gaps: [{ from: 10, to: 11 }] });
		expect(pixel(8, LOW)).toBe(line);
		for (const x of [9, 10, 11]) expect(pixel(x, LOW)).not.toBe(line);
		expect(pixel(12, LOW)).toBe(line);
	});

	it("keeps the grid behind traces and areas", () => {
		const grid = [
			{ x: 5, major: false },
			{ x: 9, major: true },
		];
		const low = draw("_", { grid });
		expect(low(5, 2)).toBe(packPixel(palette.gridMinor));
		expect(low(9, 2)).toBe(packPixel(palette.gridMajor));
		expect(low(5, LOW)).toBe(line);
		const high = draw("#", { grid });
		expect(high(5, MIDDLE)).toBe(packPixel(blend(palette.gridMinor, trace, palette.fill)));
	});

	it("ends each lane with a hairline", () => {
		expect(draw("_")(5, height - 1)).toBe(packPixel(palette.hairline));
	});

	it("draws lines of three whole pixels at a ratio of two", () => {
		const pixel = draw("_____|##########", { ratio: 2, rows: [{ ...lane, line: 3 }] });
		for (const x of [5, 6, 7]) expect(pixel(x, MIDDLE)).toBe(line);
		expect(pixel(8, MIDDLE)).toBe(fill);
		for (const y of [HIGH, HIGH + 1, HIGH + 2]) expect(pixel(12, y)).toBe(line);
	});

	it("draws an inverted lane the other way round, unknown still hatched", () => {
		const rows = [{ ...lane, inverted: true }];
		const low = draw("_", { rows });
		expect(low(5, HIGH)).toBe(line);
		expect(low(5, MIDDLE)).toBe(fill);
		const pixel = draw("_____|#####????", { rows });
		expect(pixel(4, HIGH)).toBe(line);
		expect(pixel(6, MIDDLE)).toBe(half);
		expect(pixel(8, LOW)).toBe(line);
		expect(pixel(8, HIGH)).toBe(ground);
		expect(pixel(13, HIGH)).not.toBe(line);
	});

	it("draws a thicker line two whole rows and columns and a half", () => {
		const pixel = draw("_____|##########", { rows: [{ ...lane, line: 2.5 }] });
		for (const x of [5, 6]) expect(pixel(x, MIDDLE)).toBe(line);
		expect(pixel(7, MIDDLE)).toBe(packPixel(blend(blend(palette.ground, trace, 0.13), trace, 0.5)));
		expect(pixel(8, MIDDLE)).toBe(fill);
		for (const y of [HIGH, HIGH + 1]) expect(pixel(12, y)).toBe(line);
	});

	it("leaves a row for others free, but for grid, hairline and where a channel is unknown", () => {
		const rows = [{ kind: "space", mask: 0b1001, top: 0, height: 20 } as const];
		const pixel = draw("__#|#??____", { rows, grid: [{ x: 9, major: true }] });
		expect(pixel(2, MIDDLE)).toBe(ground);
		expect(pixel(3, LOW)).toBe(ground);
		expect(pixel(5, MIDDLE)).not.toBe(ground);
		expect(pixel(9, MIDDLE)).toBe(packPixel(palette.gridMajor));
		expect(pixel(2, height - 1)).toBe(packPixel(palette.hairline));
	});

	it("cuts lanes that are scrolled out", () => {
		const cut = { ...lane, top: -10 };
		const pixel = draw("_", { rows: [cut] });
		expect(pixel(5, LOW - 10)).toBe(line);
		expect(() => draw("_", { rows: [{ ...lane, top: 15 }] })).not.toThrow();
	});
});
