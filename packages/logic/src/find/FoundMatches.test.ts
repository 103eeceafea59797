import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, parts } from "../capture/testing/CaptureModel.ts";
import { findMatches } from "./findMatches.ts";
import { searchCapture } from "./searchCapture.ts";
import { searches } from "./testing/plainly.ts";

describe("a search that goes on as the capture grows", () => {
	it("knows what one search of the whole capture finds", () => {
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
					const { starts, ends, count } = findMatches(capture, search);
					// A pulse may have begun before the oldest change that is kept.
					const early = found.count - count;
					expect(early === 0 || (search.kind === "pulse" && capture.dropped > 0)).toBe(true);
					const all = Array.from({ length: count }, (_, at) => found.at(found.first + early + at));
					if (search.kind !== "pattern" || capture.dropped === 0) {
						expect(all.map((match) => [match?.start, match?.end])).toEqual(
							Array.from(starts, (start, at) => [start, ends[at]]),
						);
					}
					const kept = Array.from({ length: found.count }, (_, at) => found.at(found.first + at));
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
			{ numRuns: 400 },
		);
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
