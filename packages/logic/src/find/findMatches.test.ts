import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import { findMatches } from "./findMatches.ts";
import { plainly, searches } from "./testing/plainly.ts";

describe("findMatches", () => {
	it("finds what a model that knows every microsecond finds", () => {
		let found = 0;
		fc.assert(
			fc.property(parts, searches, fc.nat(400), fc.nat(600), (list, search, from, length) => {
				const model = new CaptureModel();
				const capture = new Capture({ chunkSize: 64 });
				// Within one microsecond the model cannot tell what was known when.
				for (const content of blocksOf(list.map((part) => ({ ...part, length: part.length + 1 })))) {
					model.append(content);
					capture.append(content);
				}
				const start = Math.max(from, capture.firstTime);
				const end = Math.min(start + length, capture.endTime + 1);
				const expected = plainly(model, search, start, end);
				const { count, starts, ends } = findMatches(capture, search, start, start + length);
				expect(Array.from(starts, (time, at) => [time, ends[at]])).toEqual(expected);
				expect(count).toBe(expected.length);
				found += count;
			}),
			{ numRuns: 400 },
		);
		expect(found).toBeGreaterThan(100);
	});

	it("counts on beyond the matches it keeps", () => {
		const capture = new Capture();
		const changes = Array.from({ length: 100 }, (_, i) => ({ time: 10 * i + 1, level: (i + 1) % 2 }));
		capture.append(block({ changes }));
		const matches = findMatches(
			capture,
			{ kind: "edge", channels: 1, direction: "rising" },
			undefined,
			undefined,
			3,
		);
		expect(matches.count).toBe(50);
		expect([...matches.starts]).toEqual([1, 21, 41]);
		expect(matches.isFull).toBe(true);
	});

	it("finds nothing in an empty capture, and no pulse across a gap", () => {
		const pulse = { kind: "pulse", channels: 1, level: "either" } as const;
		expect(findMatches(new Capture(), pulse).count).toBe(0);
		const capture = new Capture();
		capture.append(block({ endTime: 100, changes: [{ time: 50, level: 1 }] }));
		capture.append(block({ number: 2, baseTime: 200, endTime: 300, firstLevel: 1 }));
		capture.append(block({ number: 3, baseTime: 300, firstLevel: 1, changes: [{ time: 350, level: 0 }] }));
		expect(findMatches(capture, pulse).count).toBe(0);
	});
});
