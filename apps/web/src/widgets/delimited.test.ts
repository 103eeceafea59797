import { describe, expect, it } from "vitest";
import { csvOf, tabbed } from "./delimited.ts";

const rows = [
	["name", "note"],
	['Fan, "big"', "two\r\nlines\tand a tab"],
];

describe("a table", () => {
	it("is written as CSV, quoted where it must be", () => {
		expect(csvOf(rows)).toBe('name,note\r\n"Fan, ""big""","two\r\nlines\tand a tab"');
	});

	it("is written as text, a line for each row whatever is in it", () => {
		expect(tabbed(rows)).toBe('name\tnote\nFan, "big"\ttwo lines and a tab');
	});
});
