import { CaptureBuilder, idleStretches } from "@gpioscope/logic";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaksOf, idleLength, joinStretches, pickThreshold, resumeFrom } from "./idleBreaks.ts";

describe("the threshold", () => {
	it.each([
		[100e6, 10e6],
		[99e6, 5e6],
		[65e6, 5e6],
		[2e6, 200_000],
		[1999, 100],
		[10, 1],
		[0.05, 0.005],
		[0.03, 0.002],
	])("of a view of %d µs is %d µs", (span, threshold) => {
		expect(pickThreshold(span)).toBe(threshold);
	});

	it("is never above a tenth of the view, and never below a fiftieth", () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-2, max: 1e13, noNaN: true }), (span) => {
				const share = pickThreshold(span) / span;
				expect(share).toBeLessThanOrEqual(0.1 * (1 + 1e-6));
				expect(share).toBeGreaterThan(0.04 * (1 - 1e-6));
			}),
		);
	});
});

describe("breaks", () => {
	it("leave a little of the idle time at each side, and none of what was opened", () => {
		const stretches = [
			{ from: 0, to: 1000 },
			{ from: 2000, to: 5000 },
		];
		const breaks = breaksOf(stretches, 100, [500]);
		expect(breaks).toEqual([{ from: 2005, to: 4995 }]);
		expect(breaks.map((one) => idleLength(one, 100))).toEqual([3000]);
	});
});

describe("a capture that grows", () => {
	it("has the same idle stretches whether looked at step by step or at once", () => {
		let found = 0;
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 }),
				fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 5, max: 40 }),
				(distances, looks, threshold) => {
					const builder = new CaptureBuilder();
					builder.begin(0, 0, 1);
					let time = 0;
					let next = 0;
					let known: { stretches: readonly { from: number; to: number }[]; lookedTo: number } | undefined;
					let end = 0;
					const { capture } = builder;
					for (const look of looks) {
						end += look;
						for (; next < distances.length && time + (distances[next] as number) < end; next++) {
							time += distances[next] as number;
							builder.change(time, (next + 1) % 2);
						}
						builder.flush(end);
						const from = known === undefined ? capture.firstTime : Math.max(0, resumeFrom(known, threshold));
						const more = idleStretches(capture, 1, threshold, from, end);
						known =
							known === undefined ? { stretches: more, lookedTo: end } : joinStretches(known, more, end);
						expect(known.stretches).toEqual(idleStretches(capture, 1, threshold));
						found += known.stretches.length;
					}
				},
			),
			{ endOnFailure: true },
		);
		expect(found).toBeGreaterThan(100);
	});
});
