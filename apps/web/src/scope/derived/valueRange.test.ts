import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueRange } from "./valueRange.ts";

describe("valueRange", () => {
	it("is round and has room", () => {
		expect(valueRange("frequency", 780, 820, undefined)).toEqual({ low: 750, high: 850 });
		expect(valueRange("frequency", 800, 800, undefined)).toEqual({ low: 780, high: 820 });
		expect(valueRange("changeRate", 400, 950, undefined)).toMatchObject({ low: 0 });
		expect(valueRange("duty", 0, 100, undefined)).toEqual({ low: 0, high: 100 });
	});

	it("stays while it fits", () => {
		const before = valueRange("frequency", 700, 900, undefined);
		expect(valueRange("frequency", 720, 880, before)).toBe(before);
		expect(valueRange("frequency", 720, 1200, before)).not.toBe(before);
		expect(valueRange("frequency", 799, 801, before)).not.toBe(before);
	});

	it("holds all values, whatever was before", () => {
		const value = fc.double({ min: 0, max: 1e7, noNaN: true });
		fc.assert(
			fc.property(value, value, value, value, (a, b, c, d) => {
				const before = valueRange("frequency", Math.min(c, d), Math.max(c, d), undefined);
				const { low, high } = valueRange("frequency", Math.min(a, b), Math.max(a, b), before);
				expect(low).toBeLessThanOrEqual(Math.min(a, b));
				expect(high).toBeGreaterThanOrEqual(Math.max(a, b));
				expect(high).toBeGreaterThan(low);
			}),
		);
	});
});
