import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "./Capture.ts";
import { changeTime } from "./changeTime.ts";
import { queryColumns } from "./columns.ts";
import { visitChanges } from "./search.ts";
import { sliceOf } from "./sliceOf.ts";
import { block, blocksOf, type Part, parts } from "./testing/CaptureModel.ts";

/**
 * Histories in which nothing is known for no time at all, no gap covers changes that were seen, and all channels are
 * known at once, as those of pigpiod are.
 */
const plain = (list: readonly Part[]) =>
	list.map((part) => ({
		...part,
		length: part.length + 1,
		known: part.known === 0x8000_0007 ? part.known : 0,
		marks: part.marks.map((mark) => Math.max(1, mark)),
	}));

function changesOf(capture: Capture, from: number, to: number): [time: number, changed: number][] {
	const found: [number, number][] = [];
	visitChanges(capture, -1, from, to, (time, _level, changed) => found.push([time, changed >>> 0]) > 0);
	return found;
}

describe("sliceOf", () => {
	it("holds every change, level and gap of the stretch", () => {
		let changes = 0;
		fc.assert(
			fc.property(parts, fc.nat(600), fc.nat(900), (list, start, length) => {
				const capture = new Capture({ chunkSize: 64 });
				for (const content of blocksOf(plain(list))) capture.append(content);
				const from = capture.firstTime + (start % (capture.endTime - capture.firstTime));
				const to = Math.min(from + length, capture.endTime);
				const slice = sliceOf(capture, from, to);
				expect([slice.firstTime, slice.endTime]).toEqual([from, to]);
				// Where a slice begins with a gap, a change at that very moment has nothing known before it.
				expect(changesOf(slice, from + 1, to + 1)).toEqual(changesOf(capture, from + 1, to + 1));
				if (to > from) {
					const look = (of: Capture) => {
						const { levels, known } = queryColumns(of, from, to, to - from);
						return Array.from(known, (mask, at) => [mask, ((levels[at] ?? 0) & mask) >>> 0]);
					};
					expect(look(slice)).toEqual(look(capture));
					const gaps = capture.gaps(from, to).map((gap) => [Math.max(gap.from, from), Math.min(gap.to, to)]);
					expect(slice.gaps().map((gap) => [gap.from, gap.to])).toEqual(gaps);
				}
				changes += slice.changes;
			}),
			{ numRuns: 150 },
		);
		expect(changes).toBeGreaterThan(100);
	});

	it("keeps events, watchdogs, the clock and the unit of time", () => {
		const capture = new Capture({ ticksPerMicro: 1000 });
		const anchor = { time: 500, wall: 1e12 };
		const watchdogs = [100, 400, 900].map((time) => ({ time, gpio: 4 }));
		capture.append(block({ endTime: 1000, anchor, watchdogs, events: [{ time: 300, event: 7 }] }));
		const slice = sliceOf(capture, 200, 600);
		expect(slice.ticksPerMicro).toBe(1000);
		expect(slice.anchor).toEqual(anchor);
		expect(slice.watchdogs.between(0, 2000, 0)).toEqual([{ time: 400, detail: 4 }]);
		expect(slice.events.between(0, 2000, 0)).toEqual([{ time: 300, detail: 7 }]);
		expect(sliceOf(capture, 2000, 3000).isEmpty).toBe(true);
	});
});

describe("changeTime", () => {
	it("counts changes that were dropped", () => {
		const capture = new Capture({ chunkSize: 4, limit: 4 });
		const changes = Array.from({ length: 10 }, (_, i) => ({ time: 10 * (i + 1), level: (i + 1) % 2 }));
		capture.append(block({ changes }));
		expect(capture.dropped).toBe(4);
		expect([4, 5, 10, 11].map((number) => changeTime(capture, number))).toEqual([
			undefined,
			50,
			100,
			undefined,
		]);
	});
});
