import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BREAK_PIXELS, type Break, scaleFor, TimeMap } from "./TimeMap.ts";
import { breakLists } from "./testing/breakLists.ts";

/** µs per CSS pixel. */
const scales = fc.double({ min: -2, max: 7, noNaN: true }).map((power) => 10 ** power);

/** What is drawn of the time up to one: all of it, but of each break no more than its pixels. */
function modelAxis(breaks: readonly Break[], scale: number, time: number): number {
	return breaks.reduce((place, { from, to }) => {
		const length = to - from;
		const inside = Math.min(Math.max(time - from, 0), length);
		return place - inside + inside * Math.min(1, (BREAK_PIXELS * scale) / length);
	}, time);
}

describe("TimeMap", () => {
	it("is straight without breaks, and where none is longer than it is drawn", () => {
		expect(TimeMap.at([], 1)).toBe(TimeMap.straight);
		expect(TimeMap.at([{ from: 0, to: 24 }], 1)).toBe(TimeMap.straight);
		expect(TimeMap.straight.axisOf(-5)).toBe(-5);
		expect(TimeMap.straight.timeOf(1e12)).toBe(1e12);
	});

	it("agrees with a model that adds up what is drawn, and leads back", () => {
		fc.assert(
			fc.property(
				breakLists,
				scales,
				fc.array(fc.double({ min: -0.2, max: 1.2, noNaN: true }), { minLength: 1, maxLength: 20 }),
				({ breaks, end }, scale, shares) => {
					const map = TimeMap.at(breaks, scale);
					const start = breaks[0]?.from ?? 0;
					const times = [
						...shares.map((share) => start + share * (end - start)),
						...breaks.flatMap(({ from, to }) => [from, to]),
					].sort((a, b) => a - b);
					const near = Math.max(1e-6, end * 1e-12);
					let last = Number.NEGATIVE_INFINITY;
					for (const time of times) {
						const place = map.axisOf(time);
						expect(Math.abs(place - modelAxis(breaks, scale, time))).toBeLessThan(near);
						expect(place).toBeGreaterThanOrEqual(last);
						last = place;
						const steepest = Math.max(
							1,
							...breaks.map(({ from, to }) => (to - from) / (BREAK_PIXELS * scale)),
						);
						expect(Math.abs(map.timeOf(place) - time)).toBeLessThan(near * steepest);
					}
				},
			),
		);
	});

	it("changes evenly with the scale", () => {
		fc.assert(
			fc.property(
				breakLists,
				scales,
				fc.double({ min: 0, max: 1, noNaN: true }),
				({ breaks, end }, scale, share) => {
					const near = scale * (1 + 1e-9);
					const time = share * end;
					const moved = TimeMap.at(breaks, near).axisOf(time) - TimeMap.at(breaks, scale).axisOf(time);
					const most = breaks.length * BREAK_PIXELS * (near - scale);
					expect(Math.abs(moved)).toBeLessThanOrEqual(most + Math.max(1e-6, end * 1e-12));
				},
			),
		);
	});

	it("finds the breaks in a stretch of the axis, and the one at a place", () => {
		const map = TimeMap.at(
			[
				{ from: 100, to: 1100 },
				{ from: 1200, to: 1210 },
				{ from: 1300, to: 9300 },
			],
			1,
		);
		const first = { from: 100, to: 1100, axisFrom: 100, axisTo: 124 };
		const second = { from: 1300, to: 9300, axisFrom: 324, axisTo: 348 };
		expect(map.breaksIn({ from: 0, to: 1000 })).toEqual([first, second]);
		expect(map.breaksIn({ from: 110, to: 120 })).toEqual([first]);
		expect(map.breaksIn({ from: 124, to: 324 })).toEqual([]);
		expect(map.breakAt(110)).toEqual(first);
		expect(map.breakAt(124)).toBeUndefined();
		expect(map.breakAt(340)).toEqual(second);
	});

	it("cuts a stretch into parts that lie beside one another", () => {
		fc.assert(
			fc.property(
				breakLists,
				scales,
				fc.double({ min: -0.1, max: 1, noNaN: true }),
				({ breaks, end }, scale, share) => {
					const map = TimeMap.at(breaks, scale);
					const axis = { from: share * end, to: share * end + 800 * scale };
					const pieces = map.piecesIn(axis);
					expect(pieces[0]?.axisFrom).toBe(axis.from);
					expect(pieces.at(-1)?.axisTo).toBe(axis.to);
					pieces.slice(1).forEach((piece, index) => {
						expect(piece.axisFrom).toBe(pieces[index]?.axisTo);
						expect(piece.from).toBe(pieces[index]?.to);
					});
					for (const piece of pieces.filter(({ isBreak }) => !isBreak))
						expect(Math.abs(piece.to - piece.from - piece.axisTo + piece.axisFrom)).toBeLessThan(
							Math.max(1e-6, end * 1e-9),
						);
				},
			),
		);
	});

	it("cuts columns so that each part is even and no time is left out", () => {
		fc.assert(
			fc.property(
				breakLists,
				scales,
				fc.double({ min: -0.1, max: 1.1, noNaN: true }),
				fc.constantFrom(0.25, 1, 2),
				({ breaks, end }, scale, share, ratio) => {
					const map = TimeMap.at(breaks, scale);
					const column = scale / ratio;
					const from = map.axisOf(share * end);
					const count = 700;
					// Far from zero the smallest steps of numbers are longer than a pixel.
					fc.pre(column > end * 1e-9);
					const pieces = map.columnPieces(from, column, count);
					expect(pieces.reduce((sum, { columns }) => sum + columns, 0)).toBe(count);
					let place = 0;
					pieces.forEach((piece, index) => {
						expect(piece.columns).toBeGreaterThan(0);
						expect(piece.to).toBeGreaterThan(piece.from);
						if (index > 0) expect(piece.from).toBe(pieces[index - 1]?.to);
						for (const at of [0, 0.5, 1]) {
							const time = piece.from + at * (piece.to - piece.from);
							const shown = map.axisOf(time);
							const wanted = from + (place + at * piece.columns) * column;
							// Idle time beside the edge of a break may be drawn one column off.
							const isNearBreak = breaks.some((one) => time >= one.from && time <= one.to);
							expect(Math.abs(shown - wanted)).toBeLessThan(isNearBreak ? 1.01 * column : 0.01 * column);
						}
						place += piece.columns;
					});
				},
			),
		);
	});
});

describe("scaleFor", () => {
	it("finds the scale at which a stretch has its width", () => {
		fc.assert(
			fc.property(
				breakLists,
				fc.double({ min: -0.1, max: 1, noNaN: true }),
				fc.double({ min: 1e-6, max: 1.2, noNaN: true }),
				fc.integer({ min: 40, max: 4000 }),
				({ breaks, end }, start, length, pixels) => {
					// Nothing is timed more finely than this, and what a double cannot add makes no difference.
					const from = Math.round(start * end * 1024) / 1024;
					const to = from + length * (end + 2000);
					const isSwallowed = breaks.some((one) => one.from <= from && one.to >= to);
					const scale = scaleFor(breaks, from, to, pixels);
					if (scale === undefined) {
						expect(isSwallowed).toBe(true);
						return;
					}
					const drawn = modelAxis(breaks, scale, to) - modelAxis(breaks, scale, from);
					expect(Math.abs(drawn / scale - pixels)).toBeLessThan(1e-3 * pixels + (end * 1e-12) / scale);
				},
			),
		);
	});
});
