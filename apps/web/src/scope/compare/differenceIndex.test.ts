import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceBeside, differencesByChannel, differingPixels, joined } from "./differenceIndex.ts";

const differences = {
	channels: Uint8Array.of(0, 1, 0),
	starts: Float64Array.of(10, 5, 40),
	ends: Float64Array.of(12, 30, 41),
};

describe("differences", () => {
	it("are found beside a time, on any channel", () => {
		expect(differenceBeside(differences, 10, "next")).toEqual({ start: 40, channel: 0 });
		expect(differenceBeside(differences, 10, "previous")).toEqual({ start: 5, channel: 1 });
		expect(differenceBeside(differences, 5, "previous")).toBeUndefined();
		expect(differenceBeside(differences, 40, "next")).toBeUndefined();
	});

	it("of several channels are one, in which no pixel is marked twice", () => {
		expect(
			joined([
				{ from: 10, to: 12 },
				{ from: 20, to: 30 },
				{ from: 5, to: 11 },
				{ from: 30, to: 31 },
			]),
		).toEqual([
			{ from: 5, to: 12 },
			{ from: 20, to: 31 },
		]);
	});

	it("cover exactly the pixels that they touch", () => {
		const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })), {
			maxLength: 30,
		});
		fc.assert(
			fc.property(
				lengths,
				fc.integer({ min: 1, max: 25 }),
				fc.integer({ min: -50, max: 200 }),
				(list, scale, origin) => {
					let time = 0;
					const stretches = list.map(([space, length]) => {
						const start = time + space;
						time = start + length;
						return [start, time] as const;
					});
					const width = 20;
					const index = differencesByChannel({
						channels: new Uint8Array(stretches.length),
						starts: Float64Array.from(stretches, ([start]) => start),
						ends: Float64Array.from(stretches, ([, end]) => end),
					}).get(0) ?? { starts: [], ends: [] };
					const runs = differingPixels(
						index,
						(at) => (at - origin) / scale,
						(pixel) => origin + pixel * scale,
						width,
					);
					const covered = Array.from({ length: width }, (_, x) =>
						runs.some(({ from, to }) => x >= from && x < to),
					);
					const touched = Array.from({ length: width }, (_, x) =>
						stretches.some(([start, end]) => start < origin + (x + 1) * scale && end > origin + x * scale),
					);
					expect(covered).toEqual(touched);
					for (const [at, run] of runs.entries())
						if (at > 0) expect(run.from).toBeGreaterThan(runs[at - 1]?.to ?? 0);
				},
			),
		);
	});
});
