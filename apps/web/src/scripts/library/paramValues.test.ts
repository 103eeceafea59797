import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paramsToSend, readParam } from "./paramValues.ts";

describe("readParam", () => {
	it.each([
		["17", 17],
		[" 0x1F ", 31],
		["-1", -1],
		["−2147483648", -0x8000_0000],
		["4294967295", 0xffff_ffff],
		["", ""],
		["  ", ""],
		["4294967296", undefined],
		["-2147483649", undefined],
		["1.5", undefined],
		["1e3", undefined],
		["0x", undefined],
		["p1", undefined],
	])("%j is %s", (typed, expected) => {
		expect(readParam(typed)).toBe(expected);
	});

	it("reads every number of 32 bits as it is written", () => {
		fc.assert(
			fc.property(fc.integer({ min: -0x8000_0000, max: 0xffff_ffff }), (value) => {
				expect(readParam(`${value}`)).toBe(value);
				if (value >= 0) expect(readParam(`0x${value.toString(16)}`)).toBe(value);
			}),
		);
	});
});

describe("paramsToSend", () => {
	it("goes up to the last one typed, and leaves those before it as they are", () => {
		expect(paramsToSend(["", "5", "", "7", ""], [1, 2, 3, 4])).toEqual([1, 5, 3, 7]);
		expect(paramsToSend(["", "5"], [])).toEqual([0, 5]);
	});

	it("is nothing when nothing was typed, which leaves all as they are", () => {
		expect(paramsToSend(["", ""], [1, 2])).toEqual([]);
	});

	it("is refused when one is no number", () => {
		expect(paramsToSend(["1", "x"], [])).toBeUndefined();
	});
});
