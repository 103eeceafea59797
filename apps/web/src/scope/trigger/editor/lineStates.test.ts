import { describe, expect, it } from "vitest";
import { lineStateOf, lineStateOfKey, lineStates, stepLineState } from "./lineStates.ts";

describe("the states of a line in a pattern", () => {
	it("are gone through around the ends", () => {
		let condition = lineStates[0].condition;
		const seen = lineStates.map(() => {
			({ condition } = stepLineState(condition, 1));
			return condition;
		});
		expect(new Set(seen).size).toBe(lineStates.length);
		expect(condition).toBeUndefined();
		expect(stepLineState(undefined, -1).condition).toBe("edge");
	});

	it("are typed as in piscope, in either case", () => {
		const typed = ["-", "0", "1", "E", "f", "R"].map((key) => lineStateOfKey(key)?.condition);
		expect(typed).toEqual([undefined, "low", "high", "edge", "falling", "rising"]);
		expect(lineStateOfKey("q")).toBeUndefined();
	});

	it("have a key each, and none twice", () => {
		const keys = lineStates.flatMap((state) => state.keys);
		expect(new Set(keys).size).toBe(keys.length);
		expect(lineStateOf("rising").symbol).toBe("↑");
	});
});
