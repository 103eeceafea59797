import { describe, expect, it } from "vitest";
import { TimeMap } from "../view/TimeMap.ts";
import { alignToColumns, type CachedColumns, type MappedColumns, mapColumns } from "./columnCache.ts";

const cache: CachedColumns = {
	map: TimeMap.straight,
	from: 1000,
	scale: 10,
	changed: Uint32Array.from({ length: 8 }, (_, index) => index),
	multiple: new Uint32Array(8),
	levels: Uint32Array.from({ length: 8 }, (_, index) => index + 100),
	known: new Uint32Array(8).fill(0xffffffff),
};

function of(from: number, scale: number, width: number): MappedColumns {
	return mapColumns(cache, { map: TimeMap.straight, from, scale, width });
}

describe("columns at hand", () => {
	it("are shifted without a copy while they cover the picture", () => {
		const { columns, covered } = of(1020, 10, 4);
		expect([...columns.changed]).toEqual([2, 3, 4, 5]);
		expect([...columns.levels]).toEqual([102, 103, 104, 105]);
		expect(columns.changed.buffer).toBe(cache.changed.buffer);
		expect(covered).toEqual({ first: 0, end: 4 });
	});

	it("say what they do not cover", () => {
		const left = of(980, 10, 4);
		expect([...left.columns.changed]).toEqual([0, 0, 0, 1]);
		expect(left.covered).toEqual({ first: 2, end: 4 });
		const right = of(1060, 10, 4);
		expect([...right.columns.changed]).toEqual([6, 7, 0, 0]);
		expect(right.covered).toEqual({ first: 0, end: 2 });
		const off = of(5000, 10, 4);
		expect(off.covered.end).toBe(off.covered.first);
	});

	it("are merged when zooming out, so that no change is lost", () => {
		const { columns } = of(1000, 20, 4);
		expect([...columns.changed]).toEqual([0 | 1, 2 | 3, 4 | 5, 6 | 7]);
		expect([...columns.levels]).toEqual([101, 103, 105, 107]);
		expect([...columns.multiple]).toEqual([0, 2 & 3, 4 & 5, 6 & 7]);
	});

	it("are repeated when zooming in", () => {
		const { columns, covered } = of(1010, 5, 4);
		expect([...columns.changed]).toEqual([1, 1, 2, 2]);
		expect(covered).toEqual({ first: 0, end: 4 });
	});

	it("stay unknown where any of the merged ones is", () => {
		const known = Uint32Array.from([7, 7, 7, 5, 7, 7, 7, 7]);
		const { columns } = mapColumns(
			{ ...cache, known },
			{ map: TimeMap.straight, from: 1000, scale: 20, width: 4 },
		);
		expect([...columns.known]).toEqual([7, 5, 7, 7]);
	});

	it("start on the grid of whole columns", () => {
		expect(alignToColumns(1234.4, 10)).toBe(1230);
	});
});
