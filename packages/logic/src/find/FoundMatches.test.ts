import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import type { Found, Match } from "./Found.ts";
import type { Search } from "./Search.ts";
import { searchCapture } from "./searchCapture.ts";
import { plainly, searches } from "./testing/plainly.ts";

function allOf(found: Found): (Match | undefined)[] {
	return Array.from({ length: found.count }, (_, at) => found.at(found.first + at));
}

/** What one look at all that a capture holds finds. */
function foundIn(capture: Capture, search: Search): (Match | undefined)[] {
	const found = searchCapture(capture, search);
	expect(found.advance(Number.POSITIVE_INFINITY, true)).toBe(true);
	return allOf(found);
}

describe("a search", () => {
	it("finds what a model that knows every microsecond finds, also in steps as the capture grows", () => {
		let matches = 0;
		fc.assert(
			fc.property(parts, searches, fc.integer({ min: 1, max: 40 }), (list, search, step) => {
				const model = new CaptureModel();
				const capture = new Capture({ chunkSize: 64 });
				const found = searchCapture(capture, search);
				// Within one microsecond the model cannot tell what was known when.
				for (const content of blocksOf(list.map((part) => ({ ...part, length: part.length + 1 })))) {
					model.append(content);
					capture.append(content);
					found.advance(step, false);
				}
				while (!found.advance(step, true));
				const expected = plainly(model, search, capture.firstTime, capture.endTime + 1).map(
					(match, rank) => ({ ...match, rank }),
				);
				expect(allOf(found)).toEqual(expected);
				expect(foundIn(capture, search)).toEqual(expected);
				matches += expected.length;
			}),
			{ numRuns: 400, endOnFailure: true },
		);
		expect(matches).toBeGreaterThan(1000);
	});

	it("goes on knowing what is kept when the oldest changes are dropped", () => {
		fc.assert(
			fc.property(
				parts,
				searches,
				fc.integer({ min: 1, max: 40 }),
				fc.nat(200),
				(list, search, step, time) => {
					const capture = new Capture({ chunkSize: 64, limit: 150 });
					const found = searchCapture(capture, search);
					for (const content of blocksOf(list)) {
						capture.append(content);
						found.advance(step, false);
					}
					while (!found.advance(step, true));
					const kept = allOf(found);
					const anew = foundIn(capture, search);
					// A pulse may have begun before the oldest change that is kept.
					const early = kept.length - anew.length;
					expect(early === 0 || (search.kind === "pulse" && capture.dropped > 0)).toBe(true);
					if (search.kind !== "pattern" || capture.dropped === 0)
						expect(kept.slice(early).map((match) => match && { ...match, rank: 0 })).toEqual(
							anew.map((match) => match && { ...match, rank: 0 }),
						);
					expect(kept.map((match) => match?.rank)).toEqual(kept.map((_, at) => found.first + at));
					expect(found.after(time)).toEqual(kept.find((match) => match !== undefined && match.end > time));
					expect(found.before(time)).toEqual(
						kept.findLast((match) => match !== undefined && match.end < time),
					);
					const marks = new Uint8Array(20);
					for (const match of kept) {
						const at = match === undefined ? -1 : Math.floor(match.end / 37);
						if (at >= 0 && at < 20) marks[at] = 1;
					}
					expect(found.columns(0, 740, 20)).toEqual(marks);
				},
			),
			{ numRuns: 400, endOnFailure: true },
		);
	});

	it("finds each of many matches in one part, on every channel at once", () => {
		const capture = new Capture();
		const changes = Array.from({ length: 5000 }, (_, i) => ({
			time: 10 * i + 1,
			level: i % 2 ? 0 : -1 >>> 0,
		}));
		capture.append(block({ endTime: 60_000, changes }));
		const pulses = foundIn(capture, { kind: "pulse", channels: -1, level: "either", min: 10, max: 10 });
		expect(pulses.length).toBe(32 * 4999);
		expect(pulses.at(-1)).toEqual({ start: 49_981, end: 49_991, channel: 31, rank: 32 * 4999 - 1 });
		const edges = foundIn(capture, { kind: "edge", channels: -1, direction: "rising" });
		expect(edges.length).toBe(2500);
		expect(edges[2100]).toEqual({ start: 42_001, end: 42_001, channel: 0, rank: 2100 });
	});

	it("finds nothing in an empty capture, and no pulse across a gap", () => {
		const pulse = { kind: "pulse", channels: 1, level: "either" } as const;
		expect(foundIn(new Capture(), pulse)).toEqual([]);
		const capture = new Capture();
		capture.append(block({ endTime: 100, changes: [{ time: 50, level: 1 }] }));
		capture.append(block({ number: 2, baseTime: 200, endTime: 300, firstLevel: 1 }));
		capture.append(block({ number: 3, baseTime: 300, firstLevel: 1, changes: [{ time: 350, level: 0 }] }));
		expect(foundIn(capture, pulse)).toEqual([]);
	});

	it("finds watchdogs and gaps", () => {
		const capture = new Capture();
		capture.append(
			block({
				endTime: 100,
				watchdogs: [
					{ time: 40, gpio: 3 },
					{ time: 60, gpio: 4 },
				],
			}),
		);
		capture.append(block({ number: 2, baseTime: 200, endTime: 300 }));
		const watchdogs = searchCapture(capture, { kind: "watchdog", channels: 1 << 3 });
		expect(watchdogs.advance(1, true)).toBe(true);
		expect(watchdogs.after(0)).toEqual({ start: 40, end: 40, channel: 3, rank: 0 });
		expect(watchdogs.count).toBe(1);
		const gaps = searchCapture(capture, { kind: "gap" });
		gaps.advance(1, true);
		expect(gaps.at(0)).toEqual({ start: 100, end: 200, channel: -1, rank: 0 });
		expect(gaps.before(150)).toBeUndefined();
	});
});
