import { describe, expect, it } from "vitest";
import { gridFor, rulerSteps, tickLabel, ticksIn } from "./rulerTicks.ts";
import { fitLength, fitStretch, panBy, toPixel, toTime, zoomAt } from "./viewport.ts";

describe("the waves' viewport", () => {
	it("fits a document with room on both sides", () => {
		const view = fitLength(12_000, 876);
		expect(toPixel(view, 0)).toBeCloseTo(20, 0);
		expect(toPixel(view, 12_000)).toBeLessThan(840);
	});

	it("keeps the time under the pointer while zooming", () => {
		const view = fitLength(12_000, 876);
		const zoomed = zoomAt(view, 300, 1 / 1.25);
		expect(toTime(zoomed, 300)).toBeCloseTo(toTime(view, 300), 6);
		expect(zoomed.scale).toBeCloseTo(view.scale / 1.25, 6);
	});

	it("never loses the document out of sight", () => {
		const view = fitLength(12_000, 876);
		expect(toPixel(panBy(view, 1e9, 12_000, 876), 12_000)).toBeGreaterThan(0);
		expect(toPixel(panBy(view, -1e9, 12_000, 876), 0)).toBeLessThan(876);
	});

	it("puts a stretch into the middle", () => {
		const view = fitStretch(4000, 5000, 1000);
		expect(toPixel(view, 4000)).toBeCloseTo(250, 6);
		expect(toPixel(view, 5000)).toBeCloseTo(750, 6);
	});
});

describe("the waves' ruler", () => {
	it("takes round steps that leave room for labels, and none below a microsecond", () => {
		expect(rulerSteps(15)).toEqual({ major: 1000, minor: 200 });
		expect(rulerSteps(25)).toEqual({ major: 2000, minor: 500 });
		expect(rulerSteps(0.001)).toEqual({ major: 1, minor: 1 });
	});

	it("labels ticks by what tells them apart", () => {
		expect(ticksIn({ from: -300, scale: 15 }, 200, 1000)).toEqual([0, 1000, 2000]);
		expect([0, 500, 1000, 10_500, 123_450].map(tickLabel)).toEqual([
			"0",
			"500\u00a0µs",
			"1\u00a0ms",
			"10.5\u00a0ms",
			"123.45\u00a0ms",
		]);
	});

	it("proposes a grid of a few pixels", () => {
		expect([gridFor(0.1), gridFor(1), gridFor(15), gridFor(900)]).toEqual([1, 5, 100, 5000]);
	});
});
