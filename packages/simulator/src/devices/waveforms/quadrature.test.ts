import { expect, test } from "vitest";
import { quadratureLevels } from "./quadrature.ts";

test("one contact changes at each step, either way round, and four steps are a full turn", () => {
	for (let step = -9; step <= 9; step++) {
		const [a, b] = quadratureLevels(step);
		const [nextA, nextB] = quadratureLevels(step + 1);
		expect(Math.abs(a - nextA) + Math.abs(b - nextB)).toBe(1);
		expect(quadratureLevels(step + 4)).toEqual([a, b]);
	}
	expect(quadratureLevels(0)).toEqual([1, 1]);
	expect(quadratureLevels(1)).toEqual([0, 1]);
	expect(quadratureLevels(-1)).toEqual([1, 0]);
});
