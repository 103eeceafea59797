import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	COARSEST_ZOOM,
	FINEST_ZOOM,
	fit,
	holdNear,
	panBy,
	pinchTo,
	pixelAt,
	scaleOf,
	spanOf,
	timeAt,
	zoomAt,
	zoomAtRight,
} from "./timeView.ts";

const width = 800;

describe("time view", () => {
	it("keeps the time under the pointer when zooming", () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e12, noNaN: true }),
				fc.double({ min: 200, max: 1e9, noNaN: true }),
				fc.integer({ min: 0, max: width }),
				fc.double({ min: 0.3, max: 3, noNaN: true }),
				(from, span, x, factor) => {
					const view = { from, to: from + span };
					const anchor = timeAt(view, width, x);
					const zoomed = zoomAt(view, width, anchor, factor);
					expect(pixelAt(zoomed, width, anchor)).toBeCloseTo(x, 0);
				},
			),
		);
	});

	it("goes five notches in by 1.25 to the fifth", () => {
		let view = { from: 0, to: 8e6 };
		for (let notch = 0; notch < 5; notch++) view = zoomAt(view, width, 4e6, 1 / 1.25);
		expect(8e6 / spanOf(view)).toBeCloseTo(3.0518, 3);
	});

	it("stops at the finest and the coarsest zoom", () => {
		const view = { from: 0, to: 1000 };
		expect(scaleOf(zoomAt(view, width, 500, 1e-9), width)).toBeCloseTo(FINEST_ZOOM, 9);
		expect(scaleOf(zoomAt(view, width, 500, 1e15), width)).toBeCloseTo(COARSEST_ZOOM, 0);
	});

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

	it("keeps both fingers over their times when pinching", () => {
		const view = pinchTo(width, { time: 1000, x: 100 }, { time: 3000, x: 500 });
		expect(view).toBeDefined();
		if (view === undefined) return;
		expect(timeAt(view, width, 100)).toBeCloseTo(1000);
		expect(timeAt(view, width, 500)).toBeCloseTo(3000);
	});

	it("takes no scale from fingers that lie on one another", () => {
		expect(pinchTo(width, { time: 1, x: 5 }, { time: 2, x: 5 })).toBeUndefined();
	});

	it("never loses the capture from sight", () => {
		expect(holdNear({ from: -5000, to: -4000 }, 0, 100)).toEqual({ from: -900, to: 100 });
		expect(holdNear({ from: 5000, to: 6000 }, 0, 100)).toEqual({ from: 0, to: 1000 });
		const inside = { from: 0, to: 50 };
		expect(holdNear(inside, 0, 100)).toBe(inside);
	});
});
