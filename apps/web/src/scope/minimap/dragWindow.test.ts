import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragWindow } from "./dragWindow.ts";

const view = { from: 100, to: 300 };
const LEAST = 8;

describe("dragging in the overview", () => {
	it("moves the window's edges, or pulls a new one open", () => {
		expect(dragWindow("left", view, 101, 151, LEAST)).toEqual({ from: 150, to: 300 });
		expect(dragWindow("right", view, 299, 399, LEAST)).toEqual({ from: 100, to: 400 });
		expect(dragWindow("elsewhere", view, 500, 450, LEAST)).toEqual({ from: 450, to: 500 });
	});

	it("never gets shorter than it may, and leaves the other edge where it is", () => {
		fc.assert(
			fc.property(
				fc.constantFrom("left" as const, "right" as const, "elsewhere" as const),
				fc.integer({ min: -1000, max: 1000 }),
				fc.integer({ min: -1000, max: 1000 }),
				(grip, start, time) => {
					const { from, to } = dragWindow(grip, view, start, time, LEAST);
					expect(to - from).toBeGreaterThanOrEqual(LEAST);
					if (grip === "left") expect(to).toBe(view.to);
					if (grip === "right") expect(from).toBe(view.from);
				},
			),
		);
	});
});
