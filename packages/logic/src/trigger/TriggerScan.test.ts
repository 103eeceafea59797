import type { BlockContent, TriggerStage } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, type Part, parts } from "../capture/testing/CaptureModel.ts";
import { TriggerMachine } from "./TriggerMachine.ts";
import { TriggerScan } from "./TriggerScan.ts";
import { arbitraryStages } from "./testing/arbitraryStages.ts";
import { type Hit, naiveHits } from "./testing/naiveHits.ts";

/** The hits found while the blocks are appended; the capture is looked at after each of them, or only in the end. */
function hitsOf(blocks: readonly BlockContent[], stages: readonly TriggerStage[], atOnce = false): Hit[] {
	const capture = new Capture({ chunkSize: 16, limit: 10_000 });
	const scan = new TriggerScan(capture, "start");
	const machine = new TriggerMachine(stages, 1);
	const hits: Hit[] = [];
	const look = () => {
		scan.advance();
		scan.show(machine, (time, position) => {
			hits.push([time, position]);
			return false;
		});
	};
	for (const content of blocks) {
		capture.append(content);
		if (!atOnce) look();
	}
	if (atOnce) look();
	return hits;
}

function modelOf(blocks: readonly BlockContent[]): CaptureModel {
	const model = new CaptureModel();
	for (const content of blocks) model.append(content);
	return model;
}

/** The same history in more blocks: each without gaps is cut at a share of its length. */
function resplit(blocks: readonly BlockContent[], shares: readonly number[]): BlockContent[] {
	const pieces = blocks.flatMap((content, index) => {
		const { baseTime, endTime, count, times, levels } = content;
		const share = shares[index % Math.max(1, shares.length)] ?? 0;
		const cut = baseTime + Math.round((endTime - baseTime) * share);
		if (content.gaps.length > 0 || cut <= baseTime || cut >= endTime) return [content];
		let first = 0;
		while (first < count && baseTime + (times[first] ?? 0) <= cut) first++;
		const level = first > 0 ? (levels[first - 1] ?? 0) : content.firstLevel;
		const rest = Array.from(times.subarray(first, count), (time, at) => ({
			time: baseTime + time,
			level: levels[first + at] ?? 0,
		}));
		const { epoch, known } = content;
		return [
			{ ...content, endTime: cut, count: first },
			block({ epoch, known, baseTime: cut, endTime, firstLevel: level, changes: rest }),
		];
	});
	return pieces.map((piece, number) => ({ ...piece, number }));
}

/** What is known for no time at all says nothing of before and after; so each block has a length. */
const lasting = (list: readonly Part[]): Part[] => list.map((part) => ({ ...part, length: part.length + 1 }));
/** What comes later says nothing of what was looked at: no gap reaches back. */
const inBlocks = (list: readonly Part[]): Part[] =>
	list.map((part) => ({ ...part, marks: part.marks.map((mark) => Math.max(0, mark)) }));

describe("TriggerMachine and TriggerScan", () => {
	it("find what a model finds that looks at every microsecond and every change", () => {
		let found = 0;
		fc.assert(
			fc.property(parts, arbitraryStages, (list, stages) => {
				const blocks = blocksOf(lasting(list));
				const expected = naiveHits(modelOf(blocks), stages);
				expect(hitsOf(blocks, stages, true)).toEqual(expected);
				found += expected.length;
			}),
			{ numRuns: 500 },
		);
		expect(found).toBeGreaterThan(300);
	});

	it("find the same however the changes come in blocks", () => {
		const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
		fc.assert(
			fc.property(parts, arbitraryStages, shares, (list, stages, cuts) => {
				const blocks = blocksOf(inBlocks(lasting(list)));
				const expected = naiveHits(modelOf(blocks), stages);
				expect(hitsOf(blocks, stages)).toEqual(expected);
				expect(hitsOf(resplit(resplit(blocks, cuts), cuts), stages)).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});

	it("see no edge at the moment at which a gap ends, whether it comes with the gap or after it", () => {
		const lost = block({ endTime: 77, gaps: [{ from: 5, to: 77, cause: "reportsLost" }] });
		const next = { baseTime: 77, endTime: 90, number: 1 };
		const flipped = block({ ...next, firstLevel: 1 });
		const changed = block({ ...next, changes: [{ time: 77, level: 1 }] });
		const edge: TriggerStage = {
			condition: { kind: "lines", lines: { 0: "edge" }, entering: false },
			count: 1,
		};
		for (const after of [flipped, changed])
			for (const atOnce of [true, false]) expect(hitsOf([lost, after], [edge], atOnce)).toEqual([]);
	});
});
