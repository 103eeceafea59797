import type { BlockGap } from "@gpioscope/protocol";
import { decodeBlock, encodeBlock } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "./Capture.ts";
import { queryColumns } from "./columns.ts";
import { edges, nextEdge, previousEdge } from "./search.ts";
import { block, blocksOf, CaptureModel, parts } from "./testing/CaptureModel.ts";
import { compareColumns, compareMoment, compareStatistics } from "./testing/compareWithModel.ts";

describe("Capture", () => {
	it("agrees with a model that knows every microsecond", () => {
		const view = fc.tuple(
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 1, noNaN: true }),
		);
		fc.assert(
			fc.property(
				parts,
				fc.array(view, { minLength: 3, maxLength: 3 }),
				fc.integer({ min: 1, max: 70 }),
				(list, views, columns) => {
					const model = new CaptureModel();
					const capture = new Capture({ chunkSize: 64 });
					for (const content of blocksOf(list)) {
						model.append(content);
						// Over the wire, as in life.
						expect(capture.append(decodeBlock(encodeBlock(content)))).toBe(true);
					}
					const { firstTime, endTime } = capture;
					expect(endTime).toBe(model.end);
					expect(capture.changes).toBe(model.edges.length);
					for (const [a, b] of views) {
						const start = firstTime - 5 + a * (endTime - firstTime + 10);
						compareColumns(capture, model, start, start + 0.5 + b * (endTime - firstTime), columns);
						compareMoment(capture, model, Math.round(start), 1 << (columns % 3));
						compareStatistics(capture, model, Math.round(start), Math.round(start + b * 500));
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it("agrees with it after the oldest were dropped", () => {
		let dropped = 0;
		fc.assert(
			fc.property(parts, fc.integer({ min: 1, max: 70 }), (list, columns) => {
				const model = new CaptureModel();
				const capture = new Capture({ chunkSize: 8, limit: 12 });
				for (const content of blocksOf(list)) {
					model.append(content);
					capture.append(content);
				}
				const { firstTime, endTime } = capture;
				expect(capture.changes).toBeLessThan(12 + 8 + 1);
				expect(capture.changes + capture.dropped).toBe(model.edges.length);
				model.edges.splice(
					0,
					model.edges.findIndex(({ time }) => time > firstTime),
				);
				compareColumns(capture, model, firstTime + 0.5, Math.max(endTime, firstTime + 1), columns);
				dropped += capture.dropped;
			}),
			{ numRuns: 200, endOnFailure: true },
		);
		expect(dropped).toBeGreaterThan(500);
	});

	it("keeps a narrow glitch in every view", () => {
		const capture = new Capture();
		capture.append(
			block({
				endTime: 10e6,
				changes: [
					{ time: 5_000_001, level: 4 },
					{ time: 5_000_002, level: 0 },
				],
			}),
		);
		const { changed, multiple, levels, known } = queryColumns(capture, 0, 10e6, 100);
		expect([...changed].flatMap((mask, x) => (mask ? [[x, mask]] : []))).toEqual([[50, 4]]);
		expect(multiple[50]).toBe(4);
		expect(levels[50]).toBe(0);
		expect(known[50]).toBe(0xffff_ffff);
	});

	it("says unknown, not low, outside of what was captured", () => {
		const capture = new Capture();
		expect(queryColumns(capture, 0, 10, 2).known).toEqual(Uint32Array.of(0, 0));
		capture.append(block({ baseTime: 100, endTime: 200, firstLevel: 1 }));
		const { known, before } = queryColumns(capture, 50, 250, 4);
		expect([...known]).toEqual([0, 0xffff_ffff, 0xffff_ffff, 0]);
		expect(before.known).toBe(0);
		expect(capture.levelAt(99)).toEqual({ level: 0, known: 0 });
		expect(capture.levelAt(100)).toEqual({ level: 1, known: 0xffff_ffff });
		expect(capture.latest).toEqual({ level: 1, known: 0xffff_ffff });
	});

	it("makes no edge of what changed during a gap", () => {
		const capture = new Capture();
		capture.append(block({ number: 0, endTime: 1000, firstLevel: 0b01 }));
		capture.append(block({ number: 2, baseTime: 3000, endTime: 4000, firstLevel: 0b10 }));
		expect(capture.changes).toBe(0);
		expect(capture.gaps()).toEqual([{ from: 1000, to: 3000, cause: "viewerSlow" }]);
		expect(capture.levelAt(999)).toEqual({ level: 0b01, known: 0xffff_ffff });
		expect(capture.levelAt(1500).known).toBe(0);
		expect(capture.levelAt(3000)).toEqual({ level: 0b10, known: 0xffff_ffff });
		expect(nextEdge(capture, 0b11, 0)).toBeUndefined();
	});

	it("takes back what was taken for quiet when a daemon turns out to be gone, and shows one gap to the next epoch", () => {
		const capture = new Capture();
		capture.append(block({ number: 0, endTime: 500, firstLevel: 1 }));
		expect(capture.levelAt(300)).toEqual({ level: 1, known: 0xffff_ffff });
		const gaps: BlockGap[] = [{ from: 20, to: 500, cause: "daemonLost" }];
		capture.append(block({ number: 1, baseTime: 500, endTime: 500, firstLevel: 1, gaps }));
		expect(capture.levelAt(300).known).toBe(0);
		expect(capture.levelAt(10).known).toBe(0xffff_ffff);
		capture.append(block({ epoch: 2, number: 2, baseTime: 7, endTime: 100, firstLevel: 0 }));
		expect(capture.gapList.count).toBe(1);
		expect(capture.latest).toEqual({ level: 0, known: 0xffff_ffff });
	});

	it("puts a new epoch behind the old one, as far as the wall clock says", () => {
		const capture = new Capture();
		capture.append(block({ baseTime: 5e6, endTime: 6e6, anchor: { time: 6e6, wall: 1000 } }));
		capture.append(
			block({ epoch: 2, number: 0, baseTime: 77, endTime: 100, anchor: { time: 77, wall: 3500 } }),
		);
		expect(capture.gaps()).toEqual([{ from: 6e6, to: 8.5e6, cause: "daemonLost" }]);
		expect(capture.endTime).toBe(8.5e6 + 23);
		expect(capture.anchor).toEqual({ time: 8.5e6, wall: 3500 });
		expect(capture.position).toEqual({ epoch: 2, block: 0 });
	});

	it("takes time that runs back for a new epoch", () => {
		const capture = new Capture();
		capture.append(block({ number: 50, baseTime: 5e6, endTime: 6e6 }));
		capture.append(block({ number: 51, baseTime: 0, endTime: 10 }));
		expect(capture.gaps()).toEqual([{ from: 6e6, to: 6_001_000, cause: "daemonLost" }]);
	});

	it("ignores a block that it has", () => {
		const capture = new Capture();
		const content = block({ number: 7, changes: [{ time: 5, level: 1 }] });
		expect(capture.append(content)).toBe(true);
		expect(capture.append(content)).toBe(false);
		expect(capture.changes).toBe(1);
	});

	it("keeps what the bridge says about a hole instead of its own guess", () => {
		const capture = new Capture();
		capture.append(block({ endTime: 1000 }));
		const gap = { from: 1000, to: 2000, lost: 9, cause: "stalled" } as const;
		capture.append(block({ number: 1, baseTime: 2000, endTime: 2500, gaps: [gap] }));
		expect(capture.gaps()).toEqual([gap]);
	});

	it("keeps changes that come after the clock was already known to be later", () => {
		const capture = new Capture();
		capture.append(block({ endTime: 1000 }));
		capture.append(block({ number: 1, baseTime: 990, endTime: 1100, changes: [{ time: 995, level: 1 }] }));
		expect(previousEdge(capture, 1, 2000)).toBe(995);
		expect(capture.gapList.count).toBe(0);
	});

	it("shows watchdog and event reports", () => {
		const capture = new Capture();
		capture.append(block({ watchdogs: [{ time: 100, gpio: 4 }], events: [{ time: 200, event: 31 }] }));
		const { watchdogs, events } = queryColumns(capture, 0, 1000, 10);
		expect(watchdogs).toEqual([{ time: 100, gpio: 4 }]);
		expect(events).toEqual([{ time: 200, event: 31 }]);
		expect(queryColumns(capture, 101, 1000, 10).watchdogs).toEqual([]);
	});

	it("starts a chunk before offsets overflow", () => {
		const capture = new Capture();
		const hour = 3600e6;
		for (let number = 0; number < 5; number++) {
			const baseTime = number * hour;
			capture.append(
				block({
					number,
					baseTime,
					endTime: baseTime + hour,
					firstLevel: number % 2,
					changes: [{ time: baseTime + 1, level: (number + 1) % 2 }],
				}),
			);
		}
		expect(edges(capture, 0, 0, 9 * hour).times).toEqual(
			Float64Array.of(1, hour + 1, 2 * hour + 1, 3 * hour + 1, 4 * hour + 1),
		);
		expect(capture.byteLength).toBeLessThan(300_000);
	});

	it("refuses a view without width", () => {
		expect(() => queryColumns(new Capture(), 0, 1, 0)).toThrow(RangeError);
		expect(() => queryColumns(new Capture(), 1, 1, 5)).toThrow(RangeError);
	});
});

describe("clear", () => {
	it("forgets all, and goes on as if the capture began there", () => {
		fc.assert(
			fc.property(parts, fc.nat(11), (list, cut) => {
				const cleared = new Capture({ chunkSize: 32 });
				const blocks = blocksOf(list.map((part) => ({ ...part, newEpoch: false })));
				for (const content of blocks.slice(0, cut)) cleared.append(content);
				const before = cleared.changes;
				cleared.clear();
				expect([cleared.isEmpty, cleared.changes, cleared.dropped]).toEqual([true, 0, before]);
				const fresh = new Capture({ chunkSize: 32 });
				for (const content of blocks.slice(cut)) {
					expect(cleared.append(content)).toBe(true);
					fresh.append(content);
				}
				if (fresh.isEmpty) return;
				const { firstTime, endTime, origin, changes, latest } = fresh;
				expect([cleared.firstTime, cleared.endTime, cleared.origin]).toEqual([firstTime, endTime, origin]);
				expect([cleared.changes, cleared.latest]).toEqual([changes, latest]);
				const view = [firstTime - 2, endTime + 3, 57] as const;
				expect(queryColumns(cleared, ...view)).toEqual(queryColumns(fresh, ...view));
			}),
			{ numRuns: 150, endOnFailure: true },
		);
	});
});
