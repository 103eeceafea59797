import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divisionOf, multiplesIn, neighbourStep, rulerOf, stepAtLeast } from "./ticks.ts";

describe("steps", () => {
	it.each([
		[0.3, 1],
		[1, 1],
		[1.2, 2],
		[3, 5],
		[6, 10],
		[120_000, 200_000],
		[700_000, 1e6],
		[1.5e6, 2e6],
		[12e6, 20e6],
		[45e6, 60e6],
		[11 * 60e6, 15 * 60e6],
		[3 * 3600e6, 4 * 3600e6],
		[25 * 3600e6, 2 * 24 * 3600e6],
	])("the step for at least %d is %d", (least, step) => {
		expect(stepAtLeast(least)).toBe(step);
	});

	it("goes to neighbours and back", () => {
		let step = 1;
		const row = [step];
		while (step < 24 * 3600e6) {
			step = neighbourStep(step, 1);
			row.push(step);
		}
		for (let index = row.length - 1; index > 0; index--) {
			expect(neighbourStep(row[index]!, -1)).toBe(row[index - 1]);
		}
		expect(neighbourStep(1, -1)).toBe(1);
	});
});

describe("ruler", () => {
	it("draws 100 ms divisions for 2.18 s on 872 pixels", () => {
		expect(divisionOf({ from: 0, to: 2_180_000 }, 872)).toBe(100_000);
	});

	it("puts labels onto grid lines, far enough apart, at every zoom", () => {
		fc.assert(
			fc.property(fc.double({ min: 1.1, max: 5e11, noNaN: true }), (scale) => {
				const view = { from: 0, to: scale * 800 };
				const ruler = rulerOf(view, 800, 70);
				expect(ruler.labels % ruler.division).toBe(0);
				expect(ruler.labels / scale).toBeGreaterThanOrEqual(70);
				expect(ruler.division / scale).toBeGreaterThanOrEqual(31.9);
				expect(ruler.ticks).toBeLessThanOrEqual(ruler.division);
			}),
		);
	});

	it("goes below a microsecond where the capture's clock does, and never below its tick", () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-5, max: 1, noNaN: true }), (scale) => {
				const ruler = rulerOf({ from: 0, to: scale * 800 }, 800, 70, 0.001);
				expect(ruler.division).toBeGreaterThanOrEqual(0.001);
				expect(ruler.ticks).toBeGreaterThanOrEqual(0.001);
				const parts = ruler.labels / ruler.division;
				expect(Math.abs(parts - Math.round(parts))).toBeLessThan(1e-6);
				expect(ruler.labels / scale).toBeGreaterThanOrEqual(69.9);
			}),
		);
	});

	it("counts multiples from any zero", () => {
		expect(multiplesIn({ from: 5, to: 31 }, 10, 1)).toEqual([1, 2, 3]);
		expect(multiplesIn({ from: -20, to: 10 }, 10, 0)).toEqual([-2, -1, 0, 1]);
	});
});
