import { describe, expect, it } from "vitest";
import { FINEST_ZOOM, fit, holdNear, panBy, spanOf, zoomAtRight } from "./timeView.ts";

const width = 800;

describe("time view", () => {
	it("keeps the right edge when it follows live", () => {
		expect(zoomAtRight({ from: 0, to: 1000 }, width, 2)).toEqual({ from: -1000, to: 1000 });
	});

	it("pans by pixels", () => {
		expect(panBy({ from: 0, to: 800 }, width, 10)).toEqual({ from: 10, to: 810 });
	});

	it("fits a stretch with a margin", () => {
		const view = fit(1000, 2000, width, 0.1);
		expect(view.from).toBeCloseTo(900);
		expect(view.to).toBeCloseTo(2100);
	});

	it("fits an empty stretch at the finest zoom around it", () => {
		const view = fit(500, 500, width);
		expect(spanOf(view)).toBeCloseTo(FINEST_ZOOM * width);
		expect((view.from + view.to) / 2).toBeCloseTo(500);
	});

	it("never loses the capture from sight", () => {
		expect(holdNear({ from: -5000, to: -4000 }, 0, 100)).toEqual({ from: -900, to: 100 });
		expect(holdNear({ from: 5000, to: 6000 }, 0, 100)).toEqual({ from: 0, to: 1000 });
		const inside = { from: 0, to: 50 };
		expect(holdNear(inside, 0, 100)).toBe(inside);
	});
});
