import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { healthPath, niceCeiling, sampleAt, summaryOf } from "./healthFigures.ts";

const BOX = { width: 600, height: 100, ceiling: 10 };
const second = (index: number, probeMs: number | undefined) => ({ at: 1000 * index, probeMs });

describe("healthPath", () => {
	it("ends at the right edge, with the ceiling at the top", () => {
		expect(healthPath([second(599, 10), second(600, 0)], "probeMs", BOX)).toBe("M599.0 0.0L600.0 100.0");
	});

	it("breaks where nothing was answered for a while, not for one missed second", () => {
		const path = healthPath(
			[0, 1, 3, 20, 21].map((index) => second(index, 5)),
			"probeMs",
			BOX,
		);
		expect(path.match(/M/g)).toHaveLength(2);
	});

	it("stays within the box and is empty without values", () => {
		expect(healthPath([second(1, undefined)], "probeMs", BOX)).toBe("");
		expect(healthPath([second(1, 1e6)], "probeMs", BOX)).toBe("M600.0 0.0");
	});
});

describe("summaryOf", () => {
	it("tells the newest, the middle, the largest and what is missing", () => {
		const samples = [3, undefined, 1, 2].map((value, index) => second(index, value));
		expect(summaryOf(samples, "probeMs")).toEqual({ now: 2, median: 2, worst: 3, missing: 1 });
		expect(summaryOf([], "probeMs")).toEqual({
			now: undefined,
			median: undefined,
			worst: undefined,
			missing: 0,
		});
	});
});

describe("niceCeiling", () => {
	it("is the next round number, never less than what it covers", () => {
		expect([0, 0.9, 1, 1.1, 3, 7, 12, 100, 101].map((value) => niceCeiling(value, 1))).toEqual([
			1, 1, 1, 2, 5, 10, 20, 100, 200,
		]);
		fc.assert(
			fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (value) => {
				const ceiling = niceCeiling(value, 1e-3);
				return ceiling >= value * (1 - 1e-9) && ceiling <= value * 2.5 * (1 + 1e-9);
			}),
		);
	});
});

describe("sampleAt", () => {
	it("finds what is nearest, and nothing where there is nothing", () => {
		const samples = [second(599, 1), second(600, 2)];
		expect(sampleAt(samples, 1)?.probeMs).toBe(2);
		expect(sampleAt(samples, 1 - 1 / 600)?.probeMs).toBe(1);
		expect(sampleAt(samples, 0.5)).toBeUndefined();
		expect(sampleAt([], 0.5)).toBeUndefined();
	});
});
