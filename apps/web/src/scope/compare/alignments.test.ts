import { describe, expect, it } from "vitest";
import { alignmentsOf, type Landmarks } from "./alignments.ts";

const plain: Landmarks = {
	source: { kind: "live" },
	firstTime: 0,
	anchor: undefined,
	gold: undefined,
	named: [],
};

describe("alignmentsOf", () => {
	it("offers the start always, and what both have", () => {
		expect(alignmentsOf({ ...plain, firstTime: 100 }, { ...plain, firstTime: 30 })).toEqual([
			{ id: "start", label: "Start", shift: 70 },
		]);
		const segment = (hitTime: number): Landmarks => ({
			...plain,
			source: { kind: "segment", trigger: 1, hit: 1, hitTime },
			gold: 5,
		});
		expect(alignmentsOf(segment(1000), segment(400)).map(({ id, shift }) => [id, shift])).toEqual([
			["trigger", 600],
			["gold", 0],
			["start", 0],
		]);
		expect(alignmentsOf(segment(1000), plain).map(({ id }) => id)).toEqual(["start"]);
	});

	it("finds markers by name, and those without one by number", () => {
		const marker = (number: number, name: string, time: number) => ({ number, name, time });
		const here = { ...plain, named: [marker(3, "Reset", 50), marker(4, "", 80), marker(5, "Only here", 0)] };
		const other = { ...plain, named: [marker(4, "", 10), marker(7, "Reset", 20)] };
		expect(alignmentsOf(here, other).slice(0, 2)).toEqual([
			{ id: "marker 3", label: "Reset", shift: 30 },
			{ id: "marker 4", label: "Marker 4", shift: 70 },
		]);
	});

	it("lays one wall clock on the other", () => {
		const at = (time: number, wall: number): Landmarks => ({ ...plain, anchor: { time, wall } });
		expect(alignmentsOf(at(5_000_000, 1_000_000), at(0, 1_002_000)).at(-1)).toEqual({
			id: "clock",
			label: "Wall clock",
			shift: 7_000_000,
		});
	});
});
