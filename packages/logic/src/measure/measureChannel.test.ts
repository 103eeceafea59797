import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import { histogram } from "./histogram.ts";
import { measureChannel } from "./measureChannel.ts";
import type { WidthKind } from "./widthsIn.ts";

interface Plain {
	rising: number;
	falling: number;
	highTime: number;
	knownTime: number;
	widths: Record<WidthKind, { width: number; start: number }[]>;
}

/** Measures a channel microsecond by microsecond. */
function plainly(model: CaptureModel, channel: number, from: number, to: number): Plain {
	const plain: Plain = {
		rising: 0,
		falling: 0,
		highTime: 0,
		knownTime: 0,
		widths: { high: [], low: [], period: [] },
	};
	let rise: number | undefined;
	let fall: number | undefined;
	// A change at the end of the capture counts, one at the end of the stretch does not.
	for (const { time, edges, level } of model.moments(channel, from, to)) {
		for (const isRise of edges) {
			if (isRise) {
				plain.rising++;
				if (fall !== undefined) plain.widths.low.push({ width: time - fall, start: fall });
				if (rise !== undefined) plain.widths.period.push({ width: time - rise, start: rise });
				rise = time;
			} else {
				plain.falling++;
				if (rise !== undefined) plain.widths.high.push({ width: time - rise, start: rise });
				fall = time;
			}
		}
		if (level === undefined) {
			rise = undefined;
			fall = undefined;
		} else if (time < model.end) {
			plain.knownTime++;
			if (level) plain.highTime++;
		}
	}
	return plain;
}

const history = fc.tuple(parts, fc.constantFrom(0, 1, 2, 31), fc.nat(300), fc.nat(900));

function captured(list: Parameters<typeof blocksOf>[0]): { model: CaptureModel; capture: Capture } {
	const model = new CaptureModel();
	const capture = new Capture({ chunkSize: 64 });
	// Within one microsecond the model cannot tell what was known when.
	for (const content of blocksOf(list.map((part) => ({ ...part, length: part.length + 1 })))) {
		model.append(content);
		capture.append(content);
	}
	return { model, capture };
}

describe("measureChannel", () => {
	it("measures what a model that knows every microsecond measures", () => {
		let measured = 0;
		fc.assert(
			fc.property(history, ([list, channel, from, length]) => {
				const { model, capture } = captured(list);
				const start = Math.max(from, capture.firstTime);
				const plain = plainly(model, channel, start, from + length);
				const found = measureChannel(capture, channel, from, from + length);
				const { rising, falling, highTime, knownTime } = plain;
				expect(found).toMatchObject({ rising, falling, highTime, knownTime });
				for (const kind of ["high", "low", "period"] as const) {
					const widths = plain.widths[kind];
					const summary = found[kind];
					expect(summary?.count ?? 0).toBe(widths.length);
					if (summary === undefined) continue;
					measured++;
					const values = widths.map(({ width }) => width);
					const mean = values.reduce((sum, width) => sum + width, 0) / values.length;
					const spread = values.reduce((sum, width) => sum + (width - mean) ** 2, 0) / values.length;
					expect(summary.mean).toBeCloseTo(mean, 9);
					expect(summary.deviation).toBeCloseTo(Math.sqrt(spread), 6);
					expect([summary.min, summary.max]).toEqual([Math.min(...values), Math.max(...values)]);
					expect(summary.minAt).toBe(widths.find(({ width }) => width === summary.min)?.start);
					expect(summary.maxAt).toBe(widths.find(({ width }) => width === summary.max)?.start);
				}
			}),
			{ numRuns: 300 },
		);
		expect(measured).toBeGreaterThan(50);
	});

	it("keeps its precision when one pulse is far off", () => {
		const capture = new Capture();
		const changes = [
			{ time: 1, level: 1 },
			{ time: 1_000_000_001, level: 0 },
		];
		for (let pulse = 0; pulse < 20_000; pulse++) {
			const time = 1_000_000_100 + pulse * 100;
			changes.push({ time, level: 1 }, { time: time + 10 + (pulse % 2) * 2, level: 0 });
		}
		capture.append(block({ endTime: 1_010_000_000, changes }));
		const all = measureChannel(capture, 0, 0, 2e9).high;
		expect(all?.deviation).toBeCloseTo(((1e9 - 11) * Math.sqrt(20_000)) / 20_001, 0);
		expect(measureChannel(capture, 0, 1_000_000_050, 2e9).high).toMatchObject({ mean: 11, deviation: 1 });
	});

	it("says when part of the stretch is unknown", () => {
		const capture = new Capture();
		capture.append(block({ endTime: 100, changes: [{ time: 50, level: 1 }] }));
		capture.append(block({ number: 2, baseTime: 200, endTime: 300 }));
		expect(measureChannel(capture, 0, 0, 300)).toMatchObject({ overGap: true, knownTime: 200, highTime: 50 });
		expect(measureChannel(capture, 0, 0, 100)).toMatchObject({ overGap: false, duty: 0.5 });
		expect(measureChannel(new Capture(), 0, 0, 10)).toMatchObject({ knownTime: 0, rising: 0 });
	});
});

describe("histogram", () => {
	it("counts every width in the bin it lies in", () => {
		fc.assert(
			fc.property(
				history,
				fc.constantFrom("high" as const, "low" as const, "period" as const),
				fc.integer({ min: 1, max: 7 }),
				fc.integer({ min: 2, max: 30 }),
				([list, channel, from, length], kind, step, most) => {
					const { model, capture } = captured(list);
					const plain = plainly(model, channel, Math.max(from, capture.firstTime), from + length);
					const widths = plain.widths[kind].map(({ width }) => width);
					const found = histogram(capture, channel, from, from + length, { kind, step, most });
					expect(found === undefined).toBe(widths.length === 0);
					if (found === undefined) return;
					expect(found.bins.length).toBeLessThanOrEqual(most + 1);
					found.bins.forEach((bin, at) => {
						expect(bin.from % step).toBe(0);
						expect(bin.to).toBe(found.bins[at + 1]?.from ?? bin.to);
						expect(bin.to).toBeGreaterThan(bin.from);
						expect(bin.count).toBe(widths.filter((width) => width >= bin.from && width < bin.to).length);
					});
					const sorted = [...widths].sort((a, b) => a - b);
					const middle = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
					const bin = found.bins.find(({ from: low }) => low === found.median);
					expect(middle).toBeGreaterThanOrEqual(bin?.from ?? Number.NaN);
					expect(middle).toBeLessThan(bin?.to ?? Number.NaN);
				},
			),
			{ numRuns: 300 },
		);
	});

	it("is logarithmic where widths are far apart", () => {
		const changes = [1, 10, 100, 1000, 10_000, 100_000].flatMap((width, at) => [
			{ time: 200_000 * at, level: 1 },
			{ time: 200_000 * at + width, level: 0 },
		]);
		const capture = new Capture();
		capture.append(block({ endTime: 1_200_000, changes }));
		const found = histogram(capture, 0, 0, 2e6, { kind: "high", step: 1, most: 6 });
		expect(found).toMatchObject({ scale: "log", summary: { count: 6, min: 1, max: 100_000 } });
		expect(found?.bins.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
		const period = histogram(capture, 0, 0, 2e6, { kind: "period", step: 5, most: 6 });
		expect(period).toMatchObject({
			scale: "linear",
			median: 200_000,
			bins: [{ from: 200_000, to: 200_005, count: 5 }],
		});
	});
});
