import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, blocksOf, CaptureModel, parts } from "../capture/testing/CaptureModel.ts";
import { findMatches } from "./findMatches.ts";
import { channelsOf, type Search } from "./Search.ts";

const channel = fc.constantFrom(0, 1, 2, 31);
const searches: fc.Arbitrary<Search> = fc.oneof(
	fc.record({
		kind: fc.constant("edge" as const),
		channel,
		direction: fc.constantFrom("rising" as const, "falling" as const, "either" as const),
	}),
	fc.record({
		kind: fc.constant("pulse" as const),
		channel,
		level: fc.constantFrom(0 as const, 1 as const, "either" as const),
		min: fc.nat(20),
		max: fc.integer({ min: 5, max: 80 }),
	}),
	fc.record({
		kind: fc.constant("pattern" as const),
		care: fc.constantFrom(1, 0b11, 0b111, 0x8000_0001),
		value: fc.constantFrom(0, 1, 0b10, 0b101, 0x8000_0001),
	}),
);

/** A stretch in which the channels of a search are known, with the level word before it and its edges in order. */
interface Stretch {
	readonly from: number;
	readonly level: number;
	readonly edges: readonly { readonly time: number; readonly mask: number }[];
}

function stretchesOf(model: CaptureModel, mask: number, from: number, to: number): Stretch[] {
	const stretches: Stretch[] = [];
	const isKnown = (time: number) => (mask & ~(model.known[time] ?? 0)) === 0;
	for (let time = from; time < to; time++) {
		if (!isKnown(time)) continue;
		const start = time;
		while (time < to && isKnown(time)) time++;
		const edges = model.edges.filter((edge) => edge.time >= start && edge.time < time);
		const atStart = edges.filter((edge) => edge.time === start).reduce((all, edge) => all ^ edge.mask, 0);
		stretches.push({ from: start, level: (model.level[start] ?? 0) ^ atStart, edges });
	}
	return stretches;
}

/** What a search finds, told plainly. */
function plainly(search: Search, { from, level, edges }: Stretch): [start: number, end: number][] {
	if (search.kind === "pattern") {
		const holds = (word: number) => ((word ^ search.value) & search.care) === 0;
		const levels = [level];
		for (const { mask } of edges) levels.push((levels.at(-1) ?? 0) ^ mask);
		const times = [from, ...edges.map(({ time }) => time)];
		return levels.flatMap((word, at) => {
			const begins = holds(word) && (at === 0 || !holds(levels[at - 1] ?? 0));
			return begins ? [[times[at] ?? 0, times[at] ?? 0] as [number, number]] : [];
		});
	}
	const bit = 1 << search.channel;
	const own = edges.filter(({ mask }) => mask & bit);
	const before = level & bit ? 1 : 0;
	return own.flatMap(({ time }, at) => {
		const after = (before + at + 1) % 2;
		if (search.kind === "edge") {
			const fits = search.direction === "either" || (search.direction === "rising") === (after === 1);
			return fits ? [[time, time] as [number, number]] : [];
		}
		const start = own[at - 1]?.time;
		if (start === undefined || (search.level !== "either" && search.level === after)) return [];
		const width = time - start;
		const fits = width >= (search.min ?? 0) && width <= (search.max ?? Number.POSITIVE_INFINITY);
		return fits ? [[start, time] as [number, number]] : [];
	});
}

describe("findMatches", () => {
	it("finds what a model that knows every microsecond finds", () => {
		let found = 0;
		fc.assert(
			fc.property(parts, searches, fc.nat(400), fc.nat(600), (list, search, from, length) => {
				const model = new CaptureModel();
				const capture = new Capture({ chunkSize: 64 });
				for (const content of blocksOf(list)) {
					model.append(content);
					capture.append(content);
				}
				const start = Math.max(from, capture.firstTime);
				const end = Math.min(start + length, capture.endTime + 1);
				const expected = stretchesOf(model, channelsOf(search), start, end).flatMap((stretch) =>
					plainly(search, stretch),
				);
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
			{ kind: "edge", channel: 0, direction: "rising" },
			undefined,
			undefined,
			3,
		);
		expect(matches.count).toBe(50);
		expect([...matches.starts]).toEqual([1, 21, 41]);
		expect(matches.isFull).toBe(true);
	});

	it("finds nothing in an empty capture, and no pulse across a gap", () => {
		const pulse = { kind: "pulse", channel: 0, level: "either" } as const;
		expect(findMatches(new Capture(), pulse).count).toBe(0);
		const capture = new Capture();
		capture.append(block({ endTime: 100, changes: [{ time: 50, level: 1 }] }));
		capture.append(block({ number: 2, baseTime: 200, endTime: 300, firstLevel: 1 }));
		capture.append(block({ number: 3, baseTime: 300, firstLevel: 1, changes: [{ time: 350, level: 0 }] }));
		expect(findMatches(capture, pulse).count).toBe(0);
	});
});
