import { describe, expect, it } from "vitest";
import { clockLabel, tickLabel, type Zero } from "./tickLabels.ts";

const start: Zero = { kind: "time", time: 1000 };

describe("tick labels", () => {
	it.each([
		[1000, 2000, 10_000, "0"],
		[3000, 2000, 10_000, "2 ms"],
		[-1000, 2000, 10_000, "−2 ms"],
		[1500, 500, 10_000, "0.5 ms"],
		[1020, 20, 900, "20 µs"],
		[1000 + 1_400_000, 200_000, 2_000_000, "1.4 s"],
		[1000 + 63_234_568, 2, 64_000_000, "63.234 568 s"],
		[1000 + 754e6, 1e6, 800e6, "12:34"],
		[1000 + 754.5e6, 500_000, 800e6, "12:34.5"],
		[1000 + 3754e6, 1e6, 4000e6, "1:02:34"],
		[1000.005, 0.005, 0.2, "5 ns"],
		[1000.0055, 0.0005, 0.2, "5.5 ns"],
		[1000.25, 0.05, 40, "0.25 µs"],
		[1000 + 26 * 3600e6, 3600e6, 90 * 3600e6, "1 d 2:00:00"],
		[1000 + 2 * 3600e6, 3600e6, 90 * 3600e6, "2:00:00"],
		[1000 + 72 * 3600e6, 24 * 3600e6, 900 * 3600e6, "3 d"],
		[1000 + 119.9999999e6 + 480e6, 1e6, 800e6, "10:00"],
	])("at %d with step %d and reach %d reads %s", (time, step, reach, text) => {
		expect(tickLabel(time, { zero: start, step, reach }).replace(/\u2009/g, " ")).toBe(text);
	});

	it("reads the clock with the digits of the step", () => {
		const wall = new Date(2026, 10, 20, 14, 32, 7).getTime() + 412.318;
		expect(clockLabel(wall, 1).replace(/\u2009/g, " ")).toBe("14:32:07.412 318");
		expect(clockLabel(wall, 100_000)).toBe("14:32:07.4");
		expect(clockLabel(wall, 1e6)).toBe("14:32:07");
		expect(clockLabel(wall, 60e6)).toBe("14:32");
	});

	it("tells the date where a day begins", () => {
		const wall = new Date(2026, 10, 20, 22, 0, 0).getTime();
		const style = { zero: { kind: "clock" as const, time: 0, wall }, step: 3600e6, reach: 1e10 };
		expect(tickLabel(2 * 3600e6, style)).toBe("21 Nov");
		expect(tickLabel(1 * 3600e6, style)).toBe("23:00");
	});

	it("counts the clock from its anchor", () => {
		const wall = new Date(2026, 10, 20, 14, 32, 7).getTime();
		const zero: Zero = { kind: "clock", time: 5e6, wall };
		expect(tickLabel(8e6, { zero, step: 1e6, reach: 1e7 })).toBe("14:32:10");
	});
});
