import { expect, test } from "vitest";
import { decimalsOf, unitText, valueText } from "./valueText.ts";

test.each([
	[1, 0],
	[0.5, 1],
	[0.25, 2],
	[10, 0],
	[0.001, 3],
])("a step of %d needs %i decimals", (step, decimals) => {
	expect(decimalsOf(step)).toBe(decimals);
});

test.each([
	[undefined, undefined, "–"],
	[true, undefined, "on"],
	["42 N", undefined, "42 N"],
	[23.456_78, undefined, "23.457"],
	[23, 1, "23.0"],
])("%j with %s decimals reads %s", (value, decimals, text) => {
	expect(valueText(value, decimals)).toBe(text);
});

test("units are written as people do", () => {
	expect([unitText("degC"), unitText("%"), unitText("")]).toEqual(["°C", "%", ""]);
});
