import { describe, expect, it } from "vitest";
import { parseGoTo } from "./goTo.ts";

const noon = new Date(2026, 10, 20, 12, 0, 0).getTime();
const facts = {
	zero: { kind: "time" as const, time: 1000 },
	cursors: { gold: 5000, blue: 9000 },
	named: [{ number: 3, name: "End", note: "", time: 70_000 }],
	here: 400,
	anchor: { time: 2e6, wall: noon },
};

describe("go to", () => {
	it.each([
		["1.5 s", 1_501_000],
		["2ms", 3000],
		["+5 ms", 5400],
		["-100us", 300],
		["−100 µs", 300],
		["@G", 5000],
		["@b +1 ms", 10_000],
		["@M3", 70_000],
		["@3 -20us", 69_980],
		["12:00:01.5", 3.5e6],
		["11:59", 2e6 - 60e6],
	])("%s", (text, time) => {
		expect(parseGoTo(text, facts)).toBeCloseTo(time, 3);
	});

	it.each(["", "hello", "@R", "@2", "@M9", "12"])("does not take %j for something else", (text) => {
		const time = parseGoTo(text, facts);
		if (text === "12") expect(time).toBe(1012);
		else expect(time).toBeUndefined();
	});
});
