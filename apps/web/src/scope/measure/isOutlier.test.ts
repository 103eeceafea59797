import type { WidthHistogram } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { binSearchText, isOutlier } from "./isOutlier.ts";

const bins = [295, 300, 305, 310, 315, 320, 325, 330].map((from) => ({ from, to: from + 5, count: 1 }));
const spread: WidthHistogram = {
	summary: { count: 8, mean: 310, deviation: 1, min: 295, max: 330, minAt: 0, maxAt: 0 },
	median: 310,
	bins,
	scale: "linear",
};

describe("outliers", () => {
	it("lie further than two sample periods from the median", () => {
		expect(bins.filter((bin) => isOutlier(bin, spread, 5)).map(({ from }) => from)).toEqual([295, 325, 330]);
	});

	it("are searched for by the widths of their bin", () => {
		expect(binSearchText({ from: 330, to: 335, count: 1 }, 1)).toBe("330..334 µs");
		expect(binSearchText({ from: 0.1, to: 0.3, count: 1 }, 0.1)).toBe("0.1..0.2 µs");
	});
});
