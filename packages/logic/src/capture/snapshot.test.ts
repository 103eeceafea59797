import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "./Capture.ts";
import { CaptureBuilder, TimeOrderError } from "./CaptureBuilder.ts";
import { queryColumns } from "./columns.ts";
import { runsOf } from "./runs.ts";
import { nextEdge, previousEdge } from "./search.ts";
import { blocksOf, CaptureModel, parts } from "./testing/CaptureModel.ts";

/** Everything a capture shows, through its queries. */
function seen(capture: Capture) {
	const { firstTime, endTime, changes, latest } = capture;
	const columns = queryColumns(capture, firstTime - 3, endTime + 4, 97);
	const edges = [0, 1, 2, 31].map((channel) => [
		nextEdge(capture, 1 << channel, firstTime - 1),
		previousEdge(capture, 1 << channel, endTime + 1),
	]);
	return { firstTime, endTime, changes, latest, columns, edges, gaps: capture.gaps() };
}

describe("a snapshot", () => {
	it("shows what was there, whatever comes and goes after it", () => {
		fc.assert(
			fc.property(parts, fc.nat(11), (list, cut) => {
				const capture = new Capture({ chunkSize: 32, limit: 64 });
				const blocks = blocksOf(list);
				for (const content of blocks.slice(0, cut)) capture.append(content);
				const snapshot = capture.snapshot();
				const before = structuredClone(seen(snapshot));
				expect(before).toEqual(structuredClone(seen(capture)));
				for (const content of blocks.slice(cut)) capture.append(content);
				expect(structuredClone(seen(snapshot))).toEqual(before);
			}),
			{ numRuns: 300 },
		);
	});
});

/** Rebuilds a capture from its runs. */
function rebuilt(capture: Capture): Capture {
	const builder = new CaptureBuilder({ chunkSize: 64 });
	let isFirst = true;
	for (const { from, begins, known, level, correction, chunk, first, last } of runsOf(capture)) {
		if (begins && isFirst) builder.begin(from, level, known);
		else if (begins) builder.know(from, level, known);
		isFirst = false;
		for (let at = first; at < last; at++)
			builder.change(chunk?.timeAt(at) ?? 0, (((chunk?.levels[at] ?? 0) ^ correction) & known) >>> 0);
	}
	builder.flush(capture.endTime);
	return builder.capture;
}

describe("runs and builder", () => {
	it("carry every change and everything known from one capture into another", () => {
		let changes = 0;
		fc.assert(
			fc.property(parts, (list) => {
				const capture = new Capture({ chunkSize: 64 });
				// What a channel does in the moment from which on it is known, while another one is lost, is no edge in a run.
				const later = list.map(({ length, changes, ...part }) => ({
					...part,
					length: length + 1,
					changes: changes.map(([at, level]) => [at + 1, level] as const),
				}));
				for (const content of blocksOf(later)) capture.append(content);
				const copy = rebuilt(capture);
				const columns = (of: Capture) => {
					const { changed, levels, known } = queryColumns(
						of,
						capture.firstTime,
						capture.endTime + 1,
						capture.endTime + 1 - capture.firstTime,
					);
					// A line that was unknown for no time at all may come back at another level: carried over, that is an edge.
					return Array.from(known, (mask, at) => {
						const jumped = ((levels[at] ?? 0) ^ (levels[at - 1] ?? 0)) & (known[at - 1] ?? 0);
						return [mask, (((changed[at] ?? 0) | jumped) & mask) >>> 0, ((levels[at] ?? 0) & mask) >>> 0];
					});
				};
				expect(columns(copy)).toEqual(columns(capture));
				changes += copy.changes;
			}),
			{ numRuns: 300 },
		);
		expect(changes).toBeGreaterThan(500);
	});

	it("goes on over pauses longer than a chunk can span, and over full batches", () => {
		const builder = new CaptureBuilder({ ticksPerMicro: 1000 });
		builder.begin(0, 0, 1);
		const times = [
			5,
			2 ** 32 + 7,
			2 ** 34,
			...Array.from({ length: 70_000 }, (_, i) => 2 ** 34 + 10 * i + 10),
		];
		for (const [at, time] of times.entries()) builder.change(time, (at + 1) % 2);
		builder.flush();
		const { capture } = builder;
		expect(capture.changes).toBe(times.length);
		expect(capture.endTime).toBe(times.at(-1));
		expect(nextEdge(capture, 1, 5)).toBe(2 ** 32 + 7);
		expect(capture.gapList.count).toBe(0);
	});

	it("refuses time that goes back", () => {
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		builder.change(1350, 1);
		expect(() => builder.change(1200, 0)).toThrow(TimeOrderError);
		expect(() => builder.change(1200, 0)).toThrow("1200 after 1350");
	});
});

describe("a held capture", () => {
	it("keeps what was there, and says what it dropped after it", () => {
		let gaps = 0;
		fc.assert(
			fc.property(parts, fc.integer({ min: 1, max: 6 }), (list, cut) => {
				const model = new CaptureModel();
				const capture = new Capture({ chunkSize: 16, limit: 16 });
				// A block can say that an earlier stretch was lost after all: that is not what is asked here.
				const blocks = blocksOf(
					list.map((part) => ({ ...part, marks: part.marks.filter((mark) => mark >= 0) })),
				);
				for (const content of blocks.slice(0, cut)) capture.append(content);
				for (const content of blocks) model.append(content);
				const { firstTime, endTime } = capture;
				capture.hold(true);
				// What comes later may begin at the very end, or say that the end was not known.
				const sight = () => {
					if (endTime <= firstTime) return [];
					const { changed, levels, known } = queryColumns(capture, firstTime, endTime, 41);
					return Array.from(known, (mask, at) => [
						mask,
						((changed[at] ?? 0) & mask) >>> 0,
						((levels[at] ?? 0) & mask) >>> 0,
					]);
				};
				const before = sight();
				for (const content of blocks.slice(cut)) {
					capture.append(content);
					expect(capture.firstTime).toBe(firstTime);
				}
				expect(sight()).toEqual(before);
				// Whatever is known is true.
				const { levels, known, from } = queryColumns(
					capture,
					capture.firstTime,
					capture.endTime + 1,
					Math.max(1, capture.endTime + 1 - capture.firstTime),
				);
				for (const [at, mask] of known.entries()) {
					const wanted = (model.level[from + at] ?? 0) & mask & (model.known[from + at] ?? 0);
					expect(((levels[at] ?? 0) & mask) >>> 0).toBe(wanted >>> 0);
				}
				gaps += capture.gaps().filter(({ cause }) => cause === "notKept").length;
				capture.hold(false);
				expect(capture.changes).toBeLessThan(20 + 16 + 1);
			}),
			{ numRuns: 200, endOnFailure: true },
		);
		expect(gaps).toBeGreaterThan(0);
	});
});
