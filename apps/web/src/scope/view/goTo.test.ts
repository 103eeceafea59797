import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGoTo } from "./goTo.ts";
import { parseWallClock } from "./parseWallClock.ts";

const noon = new Date(2026, 10, 20, 12, 0, 0).getTime();
const facts = {
	zero: { kind: "time" as const, time: 1000 },
	cursors: { gold: 5000, blue: 9000 },
	named: [
		{ number: 3, name: "End", note: "", time: 70_000 },
		{ number: 4, name: "Stop", note: "", time: 80_000 },
		{ number: 12, name: "Stop bit", note: "", time: 90_000 },
	],
	trigger: 40_000,
	here: 400,
	anchor: { time: 2e6, wall: noon },
};

describe("go to", () => {
	it.each([
		["1.5 s", 1_501_000],
		["2ms", 3000],
		["12", 1012],
		["0.5 ns", 1000.0005],
		["+5 ms", 5400],
		["-100us", 300],
		["−100 µs", 300],
		["@G", 5000],
		["@b +1 ms", 10_000],
		["@M3", 70_000],
		["@3 -20us", 69_980],
		["@m12+1ms", 91_000],
		["@T", 40_000],
		["@t −1 ms", 39_000],
		["@end", 70_000],
		["@stop bit + 1 ms", 91_000],
		["@Stop", 80_000],
		["12:00:01.5", 3.5e6],
		["12:00:00.000 250", 2_000_250],
		["11:59", 2e6 - 60e6],
		["2026-11-20 12:00:01", 3e6],
		["2026-11-20T12:01", 2e6 + 60e6],
		["20.11. 12:00:01,5", 3.5e6],
		["20.11.2026 11:59", 2e6 - 60e6],
	])("%s", (text, time) => {
		const found = parseGoTo(text, facts);
		expect("time" in found && found.time).toBeCloseTo(time, 3);
	});

	it.each([
		["", /1\.234 s/],
		["hello", /1\.234 s/],
		["@R", /no marker R.*G, B, T, M3 End/],
		["@2", /Red is not set/],
		["@M9", /no marker M9/],
		["@Stopper", /no marker Stopper/],
		["@G 5 ms", /with \+ or −/],
		["@G + x", /distance/],
		["25:00", /1\.234 s/],
		["31.02.2026 12:00", /1\.234 s/],
	])("says what is wrong with %j", (text, problem) => {
		expect(parseGoTo(text, facts)).toEqual({ problem: expect.stringMatching(problem) });
	});

	it("knows no clock where the capture has none", () => {
		expect(parseGoTo("12:00", { ...facts, anchor: undefined })).toHaveProperty("problem");
		expect(parseGoTo("@T", { ...facts, trigger: undefined })).toEqual({
			problem: expect.stringMatching(/trigger's hit is not set/),
		});
	});
});

describe("wall clock", () => {
	it("takes the nearest such time of day", () => {
		const justAfterMidnight = new Date(2026, 10, 20, 0, 1).getTime();
		expect(parseWallClock("23:59", justAfterMidnight)).toBe(justAfterMidnight - 120_000);
		const justBefore = new Date(2026, 10, 19, 23, 59).getTime();
		expect(parseWallClock("0:01", justBefore)).toBe(justBefore + 120_000);
	});

	it("reads back every moment it is given in full", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date(2001, 0, 1), max: new Date(2090, 0, 1), noInvalidDate: true }),
				(date) => {
					const two = (value: number): string => String(value).padStart(2, "0");
					const text = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
					const read = parseWallClock(text, 0) ?? 0;
					// An hour that the clock shows twice in autumn is the first of the two.
					expect([0, 3600_000]).toContain(Math.round(Math.abs(read - date.getTime())));
				},
			),
		);
	});
});
