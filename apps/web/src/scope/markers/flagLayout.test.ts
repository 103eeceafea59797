import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_FLAG, layFlags } from "./flagLayout.ts";

const WIDTH = 800;
const lines = fc
	.array(fc.integer({ min: 0, max: WIDTH }), { maxLength: 40 })
	.map((pixels) => pixels.sort((a, b) => a - b));

describe("flags", () => {
	it("never cover one another, keep their order and stay on the ruler", () => {
		fc.assert(
			fc.property(lines, (pixels) => {
				const places = layFlags(pixels, WIDTH);
				places.forEach(({ left, room }, index) => {
					const next = places[index + 1];
					expect(left).toBeGreaterThanOrEqual(0);
					expect(left + LEAST_FLAG).toBeLessThanOrEqual(WIDTH);
					if (next !== undefined) {
						expect(next.left - left).toBeGreaterThanOrEqual(LEAST_FLAG);
						expect(room).toBe(next.left - left);
					}
				});
			}),
		);
	});

	it("stand at their lines where there is room", () => {
		expect(layFlags([10, 200, 790], WIDTH)).toEqual([
			{ left: 10, room: 190, isInitial: false },
			{ left: 200, room: 585, isInitial: false },
			{ left: 785, room: undefined, isInitial: true },
		]);
	});

	it("stand side by side as initials where lines meet", () => {
		expect(layFlags([100, 100, 101, 400], WIDTH).map(({ left, isInitial }) => [left, isInitial])).toEqual([
			[100, true],
			[115, true],
			[130, false],
			[400, false],
		]);
	});
});
