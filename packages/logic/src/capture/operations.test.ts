import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Found } from "../find/Found.ts";
import { searchCapture } from "../find/searchCapture.ts";
import { plainly, searches } from "../find/testing/plainly.ts";
import { Capture } from "./Capture.ts";
import { runsOf } from "./runs.ts";
import { blocksOf, CaptureModel, parts } from "./testing/CaptureModel.ts";
import { compareColumns, compareMoment, compareStatistics } from "./testing/compareWithModel.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** What may be done with a capture, in any order. */
const operation = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant("append" as const) }) },
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant("limit" as const), changes: fc.integer({ min: 8, max: 200 }) }),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("hold" as const), changes: fc.nat(60) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const), chance: fc.nat(7) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant("look" as const),
			at: share,
			zoom: share,
			columns: fc.integer({ min: 1, max: 70 }),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant("search" as const), search: searches }) },
);

function allOf(found: Found) {
	return Array.from({ length: found.count }, (_, at) => found.at(found.first + at));
}

/** A capture and the model that goes with it. */
class Pair {
	readonly capture = new Capture({ chunkSize: 8, limit: 60 });
	model = new CaptureModel();
	matches = 0;
	looks = 0;

	/** The model does not drop by itself: it forgets as many of the oldest as the capture did. */
	forget(): void {
		this.model.edges.splice(0, this.model.edges.length - this.capture.changes);
	}

	look(at: number, zoom: number, columns: number): void {
		const { capture, model } = this;
		const { firstTime, endTime } = capture;
		// At the first moment itself other changes may have been dropped.
		const start = firstTime + 0.5 + at * (endTime - firstTime);
		compareColumns(capture, model, start, start + 0.5 + zoom * (endTime - firstTime + 10), columns);
		compareMoment(capture, model, Math.ceil(start), 1 << (columns % 3));
		compareStatistics(capture, model, Math.ceil(start), Math.ceil(start + zoom * 500));
		const changes = [...runsOf(capture)].reduce((sum, { first, last }) => sum + last - first, 0);
		expect(changes).toBeGreaterThanOrEqual(model.edges.length);
		this.looks++;
	}

	search(search: Parameters<typeof plainly>[1]): void {
		const { capture, model } = this;
		const found = searchCapture(capture, search);
		expect(found.advance(Number.POSITIVE_INFINITY, true)).toBe(true);
		// What was dropped at the first moment may have been part of a match there.
		const later = <M extends { readonly start: number }>(matches: readonly M[]): M[] =>
			matches.filter(({ start }) => start > capture.firstTime);
		const ours = later(allOf(found).flatMap((match) => (match === undefined ? [] : [match])));
		const theirs = later(plainly(model, search, capture.firstTime, capture.endTime + 1));
		expect(ours.map(({ start, end, channel }) => ({ start, end, channel }))).toEqual(theirs);
		this.matches += ours.length;
	}
}

describe("a capture", () => {
	it("agrees with a model after any operations in any order", () => {
		const done = { dropped: 0, looks: 0, matches: 0 };
		fc.assert(
			fc.property(
				fc.array(parts, { minLength: 2, maxLength: 6 }),
				fc.array(operation, { minLength: 20, maxLength: 80 }),
				(lists, operations) => {
					const pair = new Pair();
					const { capture } = pair;
					const history = lists.flat().map((part) => ({
						...part,
						// Within one microsecond the model cannot tell what was known when.
						length: part.length + 1,
						// New epochs, and stretches that turn out later to be lost, are asked for beside `clear`.
						newEpoch: false,
						marks: part.marks.filter((mark) => mark >= 0),
					}));
					const blocks = blocksOf(history).values();
					for (const one of operations) {
						if (one.kind === "append") {
							const { value } = blocks.next();
							if (value === undefined) continue;
							pair.model.append(value);
							expect(capture.append(value)).toBe(true);
						} else if (one.kind === "limit") capture.limit = one.changes;
						else if (one.kind === "hold") {
							// While it is held and let go again with nothing in between, nothing is lost.
							capture.hold(true);
							capture.hold(false);
						} else if (one.kind === "clear" && one.chance === 0) {
							capture.clear();
							pair.model = new CaptureModel();
						} else if (one.kind === "look" || one.kind === "search") {
							if (capture.isEmpty || capture.endTime <= capture.firstTime) continue;
							if (one.kind === "look") pair.look(one.at, one.zoom, one.columns);
							else pair.search(one.search);
						}
						pair.forget();
					}
					done.dropped += capture.dropped;
					done.looks += pair.looks;
					done.matches += pair.matches;
				},
			),
			{ numRuns: 250, endOnFailure: true },
		);
		expect(done.dropped).toBeGreaterThan(1000);
		expect(done.looks).toBeGreaterThan(1500);
		expect(done.matches).toBeGreaterThan(1500);
	}, 30_000);
});
