import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alignment, alignPulses } from "./align.ts";
import { checkDocument } from "./checkDocument.ts";
import { createDocument, trackOf, type WaveDocument } from "./document.ts";
import { moveEdge, moveEdges, moveLimits } from "./moveEdges.ts";
import { addPulse, copyPulses, deletePulses, paintLevel, repeatPulses, splitPulse } from "./pulses.ts";
import {
	pruneSelection,
	selectedPulses,
	selectInBox,
	selectPulses,
	type WaveSelection,
} from "./selection.ts";
import { anyDocument, drawing } from "./testDocuments.ts";
import { levelAt, pulsesOf } from "./track.ts";
import { insertTime, insertTrack, invertTrack, removeTime, setLength, setRestLevel } from "./tracks.ts";

const pulsesIn = (document: WaveDocument, gpio = 4) => {
	const track = trackOf(document, gpio)!;
	return pulsesOf(track, document.length).map(({ start, end }) => [start, end]);
};
const pulse = (gpio: number, index: number): WaveSelection => [
	{ gpio, index: index * 2 },
	{ gpio, index: index * 2 + 1 },
];

describe("operations on a wave document", () => {
	it("adds a pulse, joins it with those it touches, and selects it", () => {
		const first = addPulse(drawing(100, [10, 20]), 4, 40, 60);
		expect(pulsesIn(first.document)).toEqual([
			[10, 20],
			[40, 60],
		]);
		expect(first.selection).toEqual(pulse(4, 1));
		const joined = addPulse(first.document, 4, 60, 20);
		expect(pulsesIn(joined.document)).toEqual([[10, 60]]);
		expect(joined.selection).toEqual(pulse(4, 0));
	});

	it("clips a pulse to the document and closes it at the end", () => {
		expect(pulsesIn(addPulse(drawing(100), 4, -30, 500).document)).toEqual([[0, 100]]);
		expect(trackOf(addPulse(drawing(100), 4, 90, 500).document, 4)?.edges).toEqual([90, 100]);
	});

	it("stops an edge at its neighbour and at the document's ends", () => {
		const document = drawing(100, [10, 20, 30, 40]);
		expect(trackOf(moveEdge(document, 4, 1, 90), 4)?.edges).toEqual([10, 29, 30, 40]);
		expect(trackOf(moveEdge(document, 4, 0, -90), 4)?.edges).toEqual([0, 20, 30, 40]);
		expect(trackOf(moveEdge(document, 4, 3, 1e6), 4)?.edges).toEqual([10, 20, 30, 100]);
	});

	it("moves several pulses together and keeps their distances", () => {
		const document = drawing(100, [10, 20, 30, 40], [5, 50]);
		const selection = [...pulse(4, 0), ...pulse(4, 1), ...pulse(5, 0)];
		expect(moveLimits(document, selection)).toEqual({ min: -5, max: 50 });
		const moved = moveEdges(document, selection, 1000);
		expect(trackOf(moved, 4)?.edges).toEqual([60, 70, 80, 90]);
		expect(trackOf(moved, 5)?.edges).toEqual([55, 100]);
	});

	it("deletes whole pulses, also by one edge of them", () => {
		const document = drawing(100, [10, 20, 30, 40, 50]);
		expect(pulsesIn(deletePulses(document, [{ gpio: 4, index: 3 }]))).toEqual([
			[10, 20],
			[50, 100],
		]);
		expect(pulsesIn(deletePulses(document, [{ gpio: 4, index: 4 }]))).toEqual([
			[10, 20],
			[30, 40],
		]);
	});

	it("splits a pulse by a gap, and leaves one alone that is too narrow", () => {
		expect(pulsesIn(splitPulse(drawing(100, [10, 30]), 4, 20, 4))).toEqual([
			[10, 18],
			[22, 30],
		]);
		expect(pulsesIn(splitPulse(drawing(100, [10, 30]), 4, 10, 4))).toEqual([
			[10, 11],
			[15, 30],
		]);
		expect(pulsesIn(splitPulse(drawing(100, [10, 13]), 4, 12, 4))).toEqual([[10, 13]]);
	});

	it("repeats pulses and lengthens the document", () => {
		const repeated = repeatPulses(drawing(50, [10, 20]), pulse(4, 0), 3, 25);
		expect(repeated.length).toBe(70);
		expect(pulsesIn(repeated)).toEqual([
			[10, 20],
			[35, 45],
			[60, 70],
		]);
	});

	it("copies pulses and selects the copies", () => {
		const document = drawing(100, [10, 20]);
		const copied = copyPulses(document, selectedPulses(document, pulse(4, 0)), 30);
		expect(pulsesIn(copied.document)).toEqual([
			[10, 20],
			[40, 50],
		]);
		expect(copied.selection).toEqual(pulse(4, 1));
	});

	it("aligns starts, ends, and starts to the grid", () => {
		const document = drawing(100, [12, 20], [18, 40]);
		const all = selectInBox(document, [4, 5], 0, 100);
		const aligned = (to: Alignment) => alignPulses(document, all, to, 10).tracks.map((track) => track.edges);
		expect(aligned("starts")).toEqual([
			[12, 20],
			[12, 34],
		]);
		expect(aligned("ends")).toEqual([
			[32, 40],
			[18, 40],
		]);
		expect(aligned("grid")).toEqual([
			[10, 18],
			[20, 42],
		]);
	});

	it("ends a pulse at the new end when the document is shortened", () => {
		expect(trackOf(setLength(drawing(100, [10, 60]), 40), 4)?.edges).toEqual([10, 40]);
		expect(trackOf(setLength(drawing(100, [10]), 40), 4)?.edges).toEqual([10]);
		expect(trackOf(setLength(drawing(100, [10, 40, 60, 80]), 40), 4)?.edges).toEqual([10, 40]);
	});

	it("adds no second track for a GPIO", () => {
		const document = insertTrack(createDocument("a", "A", 10), 7, "Fan");
		expect(insertTrack(document, 7)).toBe(document);
		expect(document.tracks).toEqual([{ gpio: 7, name: "Fan", initial: 0, edges: [] }]);
	});

	it("keeps every document sound, whatever is done to it", () => {
		fc.assert(
			fc.property(anyDocument, fc.array(anyStep, { maxLength: 12 }), (document, steps) => {
				for (const step of steps) {
					document = step(document);
					expect(checkDocument(document)).toBeUndefined();
				}
			}),
			{ numRuns: 400 },
		);
	});

	it("paints a level from a time to another and nothing else", () => {
		const someTime = fc.integer({ min: 0, max: 200 });
		fc.assert(
			fc.property(
				anyDocument,
				someTime,
				someTime,
				fc.constantFrom(0 as const, 1 as const),
				(d, a, b, level) => {
					const [from, to] = [Math.min(a, b, d.length), Math.min(Math.max(a, b), d.length)];
					const before = d.tracks[0]!;
					const after = paintLevel(d, before.gpio, from, to, level).tracks[0]!;
					for (let time = 0; time <= d.length; time++)
						expect(levelAt(after, time)).toBe(time >= from && time < to ? level : levelAt(before, time));
				},
			),
		);
	});

	it("keeps the levels when the level of rest changes", () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const before = document.tracks[0]!;
				const after = setRestLevel(document, before.gpio, before.initial === 0 ? 1 : 0).tracks[0]!;
				expect(after.initial).not.toBe(before.initial);
				for (let time = 0; time <= document.length; time++)
					expect(levelAt(after, time)).toBe(levelAt(before, time));
			}),
		);
	});

	it("takes inserted time out again", () => {
		fc.assert(
			fc.property(anyDocument, fc.nat(200), fc.integer({ min: 1, max: 50 }), (document, at, amount) => {
				const place = Math.min(at, document.length);
				expect(removeTime(insertTime(document, place, amount), place, place + amount)).toEqual(document);
			}),
		);
	});
});

const anyTime = fc.integer({ min: -20, max: 260 });
const anyStep: fc.Arbitrary<(document: WaveDocument) => WaveDocument> = fc
	.tuple(fc.nat(11), anyTime, anyTime, fc.nat(2))
	.map(([kind, a, b, track]) => (document) => {
		const gpio = document.tracks[track % Math.max(1, document.tracks.length)]?.gpio ?? 4;
		const selection = pruneSelection(document, selectInBox(document, [gpio], Math.min(a, b), Math.max(a, b)));
		const steps: ((document: WaveDocument) => WaveDocument)[] = [
			(d) => addPulse(d, gpio, a, b).document,
			(d) => moveEdges(d, selection, b),
			(d) => moveEdge(d, gpio, Math.abs(a) % 5, b),
			(d) => deletePulses(d, selection),
			(d) => splitPulse(d, gpio, a, Math.abs(b) % 9),
			(d) => repeatPulses(d, selection, 3, Math.abs(a)),
			(d) => copyPulses(d, selectedPulses(d, selection), b).document,
			(d) => setLength(d, a),
			(d) => invertTrack(d, gpio),
			(d) => (b < 60 ? insertTime(d, a, b) : removeTime(d, a, b)),
			(d) => alignPulses(d, selectPulses(selectedPulses(d, selection)), "grid", 5),
			(d) => setRestLevel(d, gpio, a > 0 ? 1 : 0),
		];
		return (steps[kind] ?? steps[0]!)(document);
	});
