import { describe, expect, it } from "vitest";
import { periodsText } from "./periodsText.ts";
import { highWidths } from "./widths.ts";

function edgesOf(widths: readonly number[]): { time: number; level: 0 | 1 }[] {
	let time = 0;
	return widths.flatMap((width) => {
		time += 1000;
		const rise = { time, level: 1 as const };
		time += width;
		return [rise, { time, level: 0 as const }];
	});
}

describe("pulse widths", () => {
	it("are counted in bins of the sample period, outliers marked", () => {
		const widths = highWidths(edgesOf([310, 310, 310, 305, 315, 335]), 5);
		expect(widths).toMatchObject({ count: 6, min: 305, max: 335 });
		expect(widths?.mean).toBeCloseTo(314.17, 1);
		expect(widths?.bins.map(({ from, count }) => [from, count]).filter(([, count]) => count !== 0)).toEqual([
			[305, 1],
			[310, 3],
			[315, 1],
			[335, 1],
		]);
		expect(widths?.bins.filter((bin) => bin.outlier && bin.count > 0).map((bin) => bin.from)).toEqual([335]);
	});

	it("need a whole pulse", () => {
		expect(highWidths([{ time: 1, level: 1 }], 5)).toBeUndefined();
		expect(highWidths([], 5)).toBeUndefined();
	});

	it("fit into few bins, however far apart", () => {
		const widths = highWidths(edgesOf([10, 100_000]), 5);
		expect(widths?.bins.length).toBeLessThanOrEqual(13);
		expect(widths?.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(2);
	});
});

describe("periods", () => {
	it("are named when the distance is a whole number of them", () => {
		expect(periodsText(6250, 1250, "Fan PWM")).toBe("5 periods of Fan PWM");
		expect(periodsText(-1250, 1250, "Fan PWM")).toBe("1 period of Fan PWM");
		expect(periodsText(6800, 1250, "Fan PWM")).toBe("");
		expect(periodsText(6800, undefined, "Fan PWM")).toBe("");
	});
});
