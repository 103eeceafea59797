import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldedView, foldedView, pinchTo, type Screen, viewOf, zoomAt } from "./foldedView.ts";
import { type Break, TimeMap } from "./TimeMap.ts";
import { TimeMaps } from "./TimeMaps.ts";
import { breakLists } from "./testing/breakLists.ts";
import { COARSEST_ZOOM, FINEST_ZOOM, pixelAt, scaleOf, spanOf } from "./timeView.ts";

const width = 800;

function screenWith(breaks: readonly Break[] = []): Screen {
	return { width, tick: 1, maps: new TimeMaps(breaks) };
}

function pixelOf({ map, axis }: FoldedView, time: number): number {
	return pixelAt(axis, width, map.axisOf(time));
}

const straight = (from: number, to: number): FoldedView => foldedView(TimeMap.straight, { from, to });

describe("zooming", () => {
	it("keeps the time under the pointer, with breaks and without", () => {
		fc.assert(
			fc.property(
				breakLists,
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0.001, max: 1000, noNaN: true }),
				fc.integer({ min: 0, max: width }),
				fc.double({ min: 0.3, max: 3, noNaN: true }),
				({ breaks, end }, share, zoom, x, factor) => {
					const screen = screenWith(breaks);
					const scale = (end / width) * zoom;
					const map = screen.maps.at(scale);
					const from = map.axisOf(share * end) - 0.5 * scale * width;
					const before = foldedView(map, { from, to: from + scale * width });
					const time = before.map.timeOf(from + (x / width) * scale * width);
					const after = zoomAt(screen, before, time, factor);
					expect(pixelOf(after, time)).toBeCloseTo(x, 0);
				},
			),
		);
	});

	it("goes five notches in by 1.25 to the fifth", () => {
		let view = straight(0, 8e6);
		for (let notch = 0; notch < 5; notch++) view = zoomAt(screenWith(), view, 4e6, 1 / 1.25);
		expect(8e6 / spanOf(view.axis)).toBeCloseTo(3.0518, 3);
	});

	it("stops at the finest and the coarsest zoom", () => {
		const zoomed = (factor: number): FoldedView => zoomAt(screenWith(), straight(0, 1000), 500, factor);
		expect(scaleOf(zoomed(1e-9).axis, width)).toBeCloseTo(FINEST_ZOOM, 9);
		expect(scaleOf(zoomed(1e15).axis, width)).toBeCloseTo(COARSEST_ZOOM, 0);
	});
});

describe("a stretch that is shown", () => {
	it("reaches from edge to edge, whatever is collapsed in it", () => {
		fc.assert(
			fc.property(
				breakLists,
				fc.double({ min: -0.1, max: 1.1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				({ breaks, end }, start, length) => {
					const from = start * end;
					const to = from + length * end + 10 * width;
					fc.pre(!breaks.some((one) => one.from <= from && one.to >= to));
					const shown = viewOf(screenWith(breaks), { from, to }, 1);
					expect(scaleOf(shown.axis, width)).toBeGreaterThanOrEqual(FINEST_ZOOM * 0.999);
					if (scaleOf(shown.axis, width) < FINEST_ZOOM * 1.001) return;
					expect(pixelOf(shown, from)).toBeCloseTo(0, 1);
					expect(pixelOf(shown, to)).toBeCloseTo(width, 1);
				},
			),
		);
	});

	it("leaves the margin free in the picture, not in time", () => {
		const breaks = [{ from: 1e6, to: 99e6 }];
		const shown = viewOf(screenWith(breaks), { from: 0, to: 100e6 }, 1, 0.02);
		expect(pixelOf(shown, 0)).toBeCloseTo((width * 0.02) / 1.04, 3);
		expect(pixelOf(shown, 100e6)).toBeCloseTo((width * 1.02) / 1.04, 3);
		expect(shown.view.from).toBeGreaterThan(-100_000);
	});

	it("stands in the middle at the given scale when it is part of one break", () => {
		const breaks = [{ from: 0, to: 100e6 }];
		const shown = viewOf(screenWith(breaks), { from: 40e6, to: 60e6 }, 800_000);
		expect(spanOf(shown.axis)).toBe(800_000);
		expect(pixelOf(shown, 50e6)).toBeCloseTo(width / 2);
	});
});

describe("pinching", () => {
	it("keeps both fingers over their times", () => {
		const first = { time: 1000, x: 100 };
		const second = { time: 3000, x: 500 };
		for (const breaks of [[], [{ from: 1200, to: 2600 }]]) {
			const view = pinchTo(screenWith(breaks), first, second);
			expect(view && pixelOf(view, 1000)).toBeCloseTo(100);
			expect(view && pixelOf(view, 3000)).toBeCloseTo(500);
		}
	});

	it("takes no scale from fingers that lie on one another, or within one break", () => {
		expect(pinchTo(screenWith(), { time: 1, x: 5 }, { time: 2, x: 5 })).toBeUndefined();
		const breaks = [{ from: 0, to: 1e6 }];
		expect(pinchTo(screenWith(breaks), { time: 10, x: 5 }, { time: 20, x: 105 })).toBeUndefined();
	});
});
