import { describe, expect, it } from "vitest";
import type { Section } from "./Section.ts";
import { formatCount, formatOutcome, formatRatio, median } from "./table.ts";

const section: Section = {
	id: "letters",
	title: "Letters",
	columns: ["ours", "theirs"],
	run: async () => ({ skipped: "nothing to measure" }),
};

describe("formatOutcome", () => {
	it("aligns numbers to the right", () => {
		const rows = [
			{ measure: "a", values: ["1", "20"] },
			{ measure: "long", values: ["100000", "2"] },
		];
		expect(formatOutcome(section, { rows, notes: ["note"] })).toBe(
			[
				"Letters",
				"-------",
				"        ours  theirs",
				"a          1      20",
				"long  100000       2",
				"note",
				"",
			].join("\n"),
		);
	});

	it("says what was not measured", async () => {
		expect(formatOutcome(section, await section.run({ seconds: 1 }))).toContain(
			"SKIPPED: nothing to measure",
		);
	});
});

it("writes numbers for people", () => {
	expect(formatCount(1234567.4)).toBe("1\u202f234\u202f567");
	expect(formatCount(999)).toBe("999");
	expect(formatRatio(2.345)).toBe("2.35x");
	expect(formatRatio(23.45)).toBe("23.4x");
	expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5]);
});
