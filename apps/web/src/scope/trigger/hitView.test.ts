import { describe, expect, it } from "vitest";
import { FINEST_ZOOM } from "../view/timeView.ts";
import { hitView } from "./hitView.ts";

const before = { from: 0, to: 1000 };
const length = { unit: "time", micros: 10_000 } as const;

describe("the view of a hit", () => {
	it("shows the whole time a trigger looks at, with the hit at its position", () => {
		const { from, to } = hitView(before, 1000, 50_000, { kind: "pause", length, position: 0.1 });
		expect(from).toBeLessThan(49_000);
		expect(to).toBeGreaterThan(59_000);
		expect(to - from).toBeLessThan(10_500);
	});

	it.each([0, 1])("has the hit in sight at position %d", (position) => {
		const { from, to } = hitView(before, 1000, 50_000, { kind: "pause", length, position });
		expect((50_000 - from) / (to - from)).toBeGreaterThan(0.01);
		expect((50_000 - from) / (to - from)).toBeLessThan(0.99);
	});

	it("keeps the zoom when the length is in changes", () => {
		const count = { unit: "changes", count: 100 } as const;
		const { from, to } = hitView(before, 1000, 5000, { kind: "pause", length: count, position: 0.5 });
		expect(to - from).toBeCloseTo(1000);
		expect((from + to) / 2).toBeCloseTo(5000);
	});

	it("is at least as fine as can be zoomed", () => {
		const tiny = { unit: "time", micros: 1 } as const;
		const { from, to } = hitView(before, 1000, 5000, { kind: "pause", length: tiny, position: 0 });
		expect(to - from).toBeCloseTo(FINEST_ZOOM * 1000);
	});
});
