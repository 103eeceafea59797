import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinMarks, NO_MARKS, placeMarks, type StoredMarks, wallZeroOf } from "./storedMarkers.ts";

const WALL = 1_795_000_000_000;
const stored = (times: readonly number[], wallZero?: number): StoredMarks => ({
	cursors: times[0] === undefined ? {} : { gold: times[0] },
	named: times.map((time, index) => ({ number: index + 3, name: `n${index}`, note: "", time })),
	bluePinned: false,
	storedAt: 0,
	...(wallZero === undefined ? {} : { wallZero }),
});
const ALL = { first: 0, last: Number.POSITIVE_INFINITY };

describe("stored markers", () => {
	it("stand exactly where they stood when the clock is the same, though it was measured anew", () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1e12, noNaN: true })),
				fc.double({ min: -900, max: 900, noNaN: true }),
				(times, drift) => {
					const anchor = { time: 5e6, wall: WALL };
					const { marks } = placeMarks(stored(times, wallZeroOf(anchor) + drift), anchor, ALL);
					expect(marks.named.map(({ time }) => time)).toEqual(times);
				},
			),
		);
	});

	it("stand at the same moment of the wall clock when the capture counts anew", () => {
		const { marks, lost } = placeMarks(stored([9e6, 12e6], WALL), { time: 0, wall: WALL + 10_000 }, ALL);
		expect(marks.named).toMatchObject([{ name: "n1", time: 2e6 }]);
		expect(lost).toBe(1);
		expect(marks.cursors).toEqual({});
	});

	it("are left out where nothing is captured", () => {
		const { marks, lost } = placeMarks(stored([1, 50, 99]), undefined, { first: 10, last: 60 });
		expect(marks.named).toHaveLength(1);
		expect(lost).toBe(2);
	});

	it("join those that stand already without taking a number twice", () => {
		const joined = joinMarks(
			{ ...NO_MARKS, cursors: { gold: 1 }, named: [{ number: 3, name: "new", note: "", time: 4 }] },
			{ ...stored([7, 8]), cursors: { gold: 2, red: 5 } },
		);
		expect(joined.named.map(({ number, name }) => [number, name])).toEqual([
			[3, "new"],
			[4, "n0"],
			[5, "n1"],
		]);
		expect(joined.cursors).toEqual({ gold: 1, red: 5 });
	});
});
