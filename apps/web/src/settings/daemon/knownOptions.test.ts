import { describe, expect, it } from "vitest";
import { type DaemonKnowledge, knownOptions, rangesText } from "./knownOptions.ts";

const nothing: DaemonKnowledge = {
	samplePeriod: undefined,
	port: undefined,
	hasReports: false,
	inspection: undefined,
	usualGpios: undefined,
};
const valuesOf = (knowledge: Partial<DaemonKnowledge>) =>
	Object.fromEntries(knownOptions({ ...nothing, ...knowledge }).map(({ letter, value }) => [letter, value]));
const inspection = { orphans: [], permitted: [2, 3, 4], reach: "computer" } as const;

describe("knownOptions", () => {
	it("says of nothing what it cannot know", () => {
		expect(new Set(Object.values(valuesOf({})))).toEqual(new Set([undefined]));
	});

	it("tells what was measured", () => {
		const values = valuesOf({
			samplePeriod: 2,
			port: 8888,
			hasReports: true,
			inspection: { ...inspection, orphans: [], permitted: [2, 3, 4] },
			usualGpios: [2, 3, 4],
		});
		expect(values).toMatchObject({ s: "2 µs", p: "8888", m: "no", l: "yes", x: "2 to 4, the board's own" });
		expect(values["b"]).toBeUndefined();
	});

	it("takes the rest from the command line where that is seen, and what holds without an option", () => {
		const values = valuesOf({
			inspection: { orphans: [], permitted: [4, 6], reach: "network", options: ["-b", "200", "-f"] },
		});
		expect(values).toMatchObject({ b: "200 ms", f: "yes", t: "1", m: "no", n: "all", x: "4, 6" });
		expect(values["l"]).toBe("no: open to the network");
	});
});

describe("rangesText", () => {
	it.each([
		[[], "none"],
		[[5], "5"],
		[[2, 3, 4, 7, 9, 10], "2 to 4, 7, 9 to 10"],
	])("of %j", (numbers, text) => {
		expect(rangesText(numbers)).toBe(text);
	});
});
