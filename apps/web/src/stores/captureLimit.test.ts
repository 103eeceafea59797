import { expect, it, vi } from "vitest";
import { limitMemory, limitText, parseLimit } from "./captureLimit.ts";

vi.mock("../bridge/index.ts", () => ({ capture: { setLimit: () => Promise.resolve() } }));

it("reads a limit in changes or in memory", () => {
	expect(parseLimit("20 M")).toBe(20_000_000);
	expect(parseLimit("1 500 000")).toBe(1_500_000);
	expect(parseLimit("2,5M")).toBe(2_500_000);
	expect(parseLimit("500 MB")).toBe(Math.round(500e6 / (8 + 4 / 15)));
	expect(parseLimit("0.5 GB")).toBe(parseLimit("500MB"));
	expect(parseLimit("many")).toBeUndefined();
	expect(parseLimit("")).toBeUndefined();
});

it("says a limit as it is read, and what it costs", () => {
	expect(parseLimit(limitText(12_500_000))).toBe(12_500_000);
	expect(limitMemory(10_000_000)).toBe("83\u00a0MB");
});
