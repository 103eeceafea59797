import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "./Capture.ts";
import { CaptureBuilder } from "./CaptureBuilder.ts";
import { idleStretches } from "./idleStretches.ts";
import { blocksOf, CaptureModel, parts } from "./testing/CaptureModel.ts";

describe("idleStretches", () => {
	it("finds what a model that knows every microsecond finds", () => {
		let found = 0;
		fc.assert(
			fc.property(
				parts,
				fc.integer({ min: 3, max: 60 }),
				fc.constantFrom(1, 0b110, 0b111),
				(list, least, mask) => {
					const model = new CaptureModel();
					const capture = new Capture({ chunkSize: 64 });
					for (const content of blocksOf(list)) {
						model.append(content);
						capture.append(content);
					}
					const { firstTime, endTime } = capture;
					// An edge of a channel that is not known is none.
					const seen = model.edges.filter((edge) => edge.mask & mask & (model.known[edge.time] ?? 0));
					const moves = new Set(seen.map((edge) => edge.time));
					for (let time = firstTime + 1; time <= endTime; time++)
						if ((((model.known[time] ?? 0) ^ (model.known[time - 1] ?? 0)) & mask) !== 0) moves.add(time);
					const gaps = capture.gaps();
					for (const { from, to } of gaps) for (const edge of [from, to]) moves.add(edge);
					const inside = [...moves].filter((time) => time > firstTime && time < endTime);
					const borders = [firstTime, ...inside.sort((a, b) => a - b), endTime];
					const expected = borders
						.slice(1)
						.map((to, at) => ({ from: borders[at] ?? 0, to }))
						.filter(({ from, to }) => to - from > least)
						.filter(({ from, to }) => !gaps.some((gap) => gap.from <= from && gap.to >= to));
					const actual = idleStretches(capture, mask, least);
					expect(actual).toEqual(expected);
					found += actual.length;
				},
			),
			{ numRuns: 300 },
		);
		expect(found).toBeGreaterThan(200);
	});

	it("has no part in a gap, though nothing is seen there", () => {
		const builder = new CaptureBuilder();
		builder.begin(0, 1, 1);
		builder.change(100, 0);
		builder.flush(10_000);
		const { capture } = builder;
		expect(idleStretches(capture, 0b10, 1000)).toEqual([{ from: 0, to: 10_000 }]);
		const gapped = new Capture();
		const block = (number: number, baseTime: number) => ({
			target: 0,
			epoch: 1,
			number,
			baseTime,
			endTime: baseTime + 5000,
			firstLevel: 0,
			known: 1,
			times: Uint32Array.of(),
			levels: Uint32Array.of(),
			count: 0,
			gaps: [],
			watchdogs: [],
			events: [],
		});
		gapped.append(block(0, 0));
		gapped.append(block(1, 9000));
		for (const mask of [0b1, 0b10])
			expect(idleStretches(gapped, mask, 1000)).toEqual([
				{ from: 0, to: 5000 },
				{ from: 9000, to: 14_000 },
			]);
	});

	it("tells the longest when there are too many", () => {
		const capture = new Capture();
		const times = Uint32Array.from({ length: 100 }, (_, i) => i * i);
		capture.append({
			target: 0,
			epoch: 1,
			number: 0,
			baseTime: 0,
			endTime: 9801,
			firstLevel: 1,
			known: 1,
			times,
			levels: Uint32Array.from(times, (_, i) => i % 2),
			count: 100,
			gaps: [],
			watchdogs: [],
			events: [],
		});
		const longest = idleStretches(capture, 1, 1, undefined, undefined, 3);
		expect(longest).toEqual([96, 97, 98].map((i) => ({ from: i * i, to: (i + 1) * (i + 1) })));
	});
});
