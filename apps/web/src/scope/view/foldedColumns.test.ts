import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryPieces } from "../../bridge/columnPieces.ts";
import { bursts } from "../../bridge/testing/bursts.ts";
import { TimeMap } from "./TimeMap.ts";

const breaks = [{ from: 1300, to: 89_900 }];

describe("columns of a folded axis", () => {
	it("have every change at its place on a folded axis, and none in a break", () => {
		const capture = bursts();
		fc.assert(
			fc.property(
				fc.double({ min: 0.5, max: 100, noNaN: true }),
				fc.integer({ min: -500, max: 500 }),
				(scale, shift) => {
					const map = TimeMap.at(breaks, scale);
					const from = map.axisOf(0) + shift * scale;
					const count = 900;
					const { changed, known, levels } = queryPieces(capture, map.columnPieces(from, scale, count));
					expect(changed.length).toBe(count);
					const columnOf = (time: number): number => Math.floor((map.axisOf(time) - from) / scale);
					const wanted = new Set<number>();
					for (const start of [1000, 90_000])
						for (let at = 0; at < 20; at++) wanted.add(columnOf(start + at * 10));
					const near = (column: number): boolean =>
						[column - 1, column, column + 1].some((one) => wanted.has(one));
					for (let column = 0; column < count; column++)
						if ((changed[column] as number) !== 0) expect(near(column)).toBe(true);
					for (const column of wanted)
						if (column > 0 && column < count - 1)
							expect([-1, 0, 1].some((by) => changed[column + by] !== 0)).toBe(true);
					const middle = columnOf(50_000);
					if (middle < 0 || middle >= count || map.isStraight) return;
					expect(changed[middle]).toBe(0);
					expect(known[middle]).toBe(3);
					expect((levels[middle] as number) & 1).toBe(0);
				},
			),
			{ endOnFailure: true },
		);
	});
});
