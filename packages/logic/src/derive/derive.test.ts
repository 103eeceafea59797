import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import type { DerivedQuantity } from "./DerivedColumns.ts";
import { derive } from "./derive.ts";
import { RATE_REACH } from "./deriveRate.ts";
import { stretchesToLookAt } from "./stretchesToLookAt.ts";

const quantities: readonly DerivedQuantity[] = ["frequency", "duty", "highWidth", "lowWidth"];

/** The value at every microsecond: NaN where there is none. */
function plainly(model: CaptureModel, channel: number, quantity: DerivedQuantity): number[] {
	const values: number[] = [];
	let edges: { time: number; level: boolean }[] = [];
	const fill = (start: number, end: number, value: number) => {
		for (let time = start; time < end; time++) values[time] = value;
	};
	for (const moment of model.moments(channel, 0, Number.POSITIVE_INFINITY)) {
		const { time } = moment;
		for (const level of moment.edges) {
			edges.push({ time, level });
			const [earlier, before] = edges.slice(-3).map((edge) => edge.time);
			const hasPeriod = edges.length >= 3 && earlier !== undefined && before !== undefined;
			const last = edges.at(-2)?.time;
			const isPeriod = level && hasPeriod && time > (earlier ?? 0);
			if (quantity === "frequency" && isPeriod) fill(earlier ?? 0, time, 1e6 / (time - (earlier ?? 0)));
			if (quantity === "duty" && isPeriod)
				fill(earlier ?? 0, time, (100 * ((before ?? 0) - (earlier ?? 0))) / (time - (earlier ?? 0)));
			if (quantity === "highWidth" || quantity === "lowWidth") {
				const isEnd = level === (quantity === "lowWidth");
				if (isEnd && last !== undefined) fill(last, time, time - last);
				if (!isEnd && hasPeriod && last !== undefined) fill(last, time, (before ?? 0) - (earlier ?? 0));
			}
		}
		if (moment.level === undefined) edges = [];
	}
	return values;
}

describe("derive", () => {
	it("has in each column what a model that knows every microsecond has", () => {
		let values = 0;
		fc.assert(
			fc.property(
				parts,
				fc.constantFrom(0, 1, 2, 31),
				fc.constantFrom(...quantities),
				fc.nat(300),
				fc.integer({ min: 1, max: 20 }),
				(list, channel, quantity, from, width) => {
					const model = new CaptureModel();
					const capture = new Capture({ chunkSize: 64 });
					// Within one microsecond the model cannot tell what was known when.
					for (const content of blocksOf(list.map((part) => ({ ...part, length: part.length + 1 })))) {
						model.append(content);
						capture.append(content);
					}
					const plain = plainly(model, channel, quantity);
					const found = derive(capture, channel, from, from + 20 * width, 20, {
						quantity,
						isInverted: false,
					});
					for (let column = 0; column < 20; column++) {
						const start = from + column * width;
						const own = plain.slice(start, start + width).filter((value) => value !== undefined);
						values += own.length;
						if (own.length === 0) {
							expect(found.mean[column]).toBeNaN();
							expect(found.min[column]).toBeNaN();
							continue;
						}
						const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
						expect(found.mean[column]).toBeCloseTo(mean, 5);
						expect(found.min[column]).toBeCloseTo(Math.min(...own), 5);
						expect(found.max[column]).toBeCloseTo(Math.max(...own), 5);
					}
				},
			),
			{ numRuns: 300 },
		);
		expect(values).toBeGreaterThan(1000);
	});

	const square = new Capture();
	const changes = Array.from({ length: 2000 }, (_, at) => ({
		time: (at >> 1) * 1000 + (at & 1) * 250,
		level: (at & 1) ^ 1,
	}));
	square.append(block({ endTime: 1e6, changes }));
	square.append(block({ number: 5, baseTime: 2e6, endTime: 3e6 }));

	it("derives rates, and nothing of what is unknown", () => {
		const found = derive(square, 0, 0, 3e6, 300, { quantity: "changeRate", isInverted: false });
		expect(found.mean[50]).toBeCloseTo(2000);
		expect(found.mean[150]).toBeNaN();
		expect(found.mean[250]).toBe(0);
		// What is unknown counts for nothing, also beside a gap.
		expect(found.mean[99]).toBeCloseTo(2000, -1);
		expect(RATE_REACH).toBe(4);
	});

	it("takes an inverted lane as it is shown", () => {
		const of = (quantity: DerivedQuantity, isInverted: boolean) =>
			derive(square, 0, 10_000, 20_000, 4, { quantity, isInverted }).mean[1];
		expect(of("duty", false)).toBeCloseTo(25);
		expect(of("duty", true)).toBeCloseTo(75);
		expect(of("highWidth", true)).toBeCloseTo(750);
		expect(of("frequency", true)).toBeCloseTo(1000);
	});

	it("looks at some of each column where there is too much", () => {
		const { isSampled, stretches } = stretchesToLookAt(square, 0, 1e6, 100, 400);
		expect(isSampled).toBe(true);
		expect(stretches[3]).toEqual({ from: 30_000, to: 32_000 });
		expect(stretchesToLookAt(square, 0, 1e6, 100, 2000).isSampled).toBe(false);
	});

	it("refuses views that are none", () => {
		const options = { quantity: "duty", isInverted: false } as const;
		expect(() => derive(square, 0, 0, 10, 0, options)).toThrow(RangeError);
		expect(() => derive(square, 0, 10, 10, 4, options)).toThrow(RangeError);
	});
});
