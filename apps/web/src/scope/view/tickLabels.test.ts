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

	it("counts the clock from its anchor", () => {
		const wall = new Date(2026, 10, 20, 14, 32, 7).getTime();
		const zero: Zero = { kind: "clock", time: 5e6, wall };
		expect(tickLabel(8e6, { zero, step: 1e6, reach: 1e7 })).toBe("14:32:10");
	});
});
