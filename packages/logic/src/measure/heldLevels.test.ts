import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import { heldLevels } from "./heldLevels.ts";

describe("heldLevels", () => {
	it("agrees with a model that knows every microsecond", () => {
		fc.assert(
			fc.property(parts, fc.nat(2500), fc.integer({ min: 1, max: 7 }), (list, time, mask) => {
				const capture = new Capture({ chunkSize: 8 });
				const model = new CaptureModel();
				for (const content of blocksOf(list)) {
					capture.append(content);
					model.append(content);
				}
				const held = heldLevels(capture, mask, time);
				const isKnown = (at: number): boolean => (mask & ~(model.known[at] ?? 0)) === 0;
				const levels = (at: number): number => (model.level[at] ?? 0) & mask;
				if (time < capture.firstTime || time > capture.endTime || !isKnown(time)) {
					expect(held).toBeUndefined();
					return;
				}
				const isEdge = (at: number): boolean =>
					model.edges.some((edge) => edge.time === at && (edge.mask & mask) !== 0);
				let start = time;
				while (start > capture.firstTime && !isEdge(start) && isKnown(start - 1)) start--;
				let end = time + 1;
				while (end < capture.endTime && !isEdge(end) && isKnown(end)) end++;
				end = Math.min(end, capture.endTime);
				expect(held).toMatchObject({ levels: levels(time), start, end });
				if (held?.before !== undefined) expect(held.before).toBe(levels(start - 1));
				if (held?.after !== undefined) expect(held.after).toBe(levels(end));
				expect(held?.before !== undefined).toBe(
					isEdge(start) && start > capture.firstTime && isKnown(start - 1),
				);
			}),
			{ endOnFailure: true },
		);
	});

	it("ends at a gap, and does not say what came after it", () => {
		const capture = new Capture();
		for (const content of blocksOf([
			{ hole: 0, length: 100, first: 5, carriesOn: false, known: 7, changes: [], marks: [], newEpoch: false },
			{
				hole: 30,
				length: 100,
				first: 2,
				carriesOn: false,
				known: 7,
				changes: [],
				marks: [],
				newEpoch: false,
			},
		]))
			capture.append(content);
		expect(heldLevels(capture, 7, 50)).toEqual({ levels: 5, start: 5, end: 105 });
		expect(heldLevels(capture, 7, 120)).toBeUndefined();
		expect(heldLevels(capture, 7, 200)).toEqual({ levels: 2, start: 135, end: 235 });
	});
});
