import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWave, countPulses } from "./compile.ts";
import { changesOfGpio, changesOverRounds } from "./decompile.ts";
import type { WaveDocument } from "./document.ts";
import { dmaLiteLimits } from "./limits.ts";
import { starterDocument } from "./starter.ts";
import { anyDocument, drawing } from "./testDocuments.ts";
import { levelAt } from "./track.ts";

describe("compileWave", () => {
	it("joins what happens at one time and reaches to the document's end", () => {
		expect(compileWave(drawing(100, [10, 30], [10, 40])).pulses).toEqual([
			{ on: 0, off: 0x30, delay: 10 },
			{ on: 0x30, off: 0, delay: 20 },
			{ on: 0, off: 0x10, delay: 10 },
			{ on: 0, off: 0x20, delay: 60 },
		]);
	});

	it("ends with the last change when it lies at the end, except when repeated", () => {
		const document = drawing(100, [0, 100]);
		expect(compileWave(document).pulses).toEqual([
			{ on: 0x10, off: 0, delay: 100 },
			{ on: 0, off: 0x10, delay: 0 },
		]);
		expect(compileWave(document, { isRepeated: true }).pulses).toEqual([{ on: 0x10, off: 0, delay: 100 }]);
	});

	it("uses unsigned words for GPIO 31 and nothing for a document without tracks", () => {
		const document: WaveDocument = { ...drawing(5), tracks: [{ gpio: 31, initial: 1, edges: [] }] };
		expect(compileWave(document).pulses).toEqual([{ on: 0x8000_0000, off: 0, delay: 5 }]);
		expect(compileWave({ ...document, tracks: [] }).pulses).toEqual([]);
	});

	it("counts control blocks and words as pigpiod does", () => {
		expect(compileWave(starterDocument("s")).counts).toEqual({
			pulses: 9,
			controlBlocks: 17,
			words: 10,
			micros: 12_000,
		});
		expect(countPulses([{ on: 0, off: 0, delay: 40_000 }], dmaLiteLimits).controlBlocks).toBe(3);
	});

	it("gives pulses that do exactly what the document shows", () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const { pulses, counts } = compileWave(document);
				expect(counts.micros).toBe(document.length);
				for (const track of document.tracks) {
					const expected = track.edges
						.filter((time) => time > 0)
						.map((time) => ({ time, level: levelAt(track, time) }));
					expect(changesOfGpio(pulses, track.gpio)).toEqual([
						{ time: 0, level: levelAt(track, 0) },
						...expected,
					]);
				}
			}),
		);
	});

	it("has no pulse too many: each but the first changes something", () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const times = new Set([0, ...document.tracks.flatMap((track) => track.edges)]);
				expect(compileWave(document).pulses).toHaveLength(times.size);
			}),
		);
	});

	it("repeats without a change that the next round takes back", () => {
		const pulses = compileWave(drawing(100, [0, 100]), { isRepeated: true }).pulses;
		expect(changesOverRounds(pulses, 4, 3)).toEqual([{ time: 0, level: 1 }]);
		const square = compileWave(drawing(100, [50, 100]), { isRepeated: true }).pulses;
		expect(changesOverRounds(square, 4, 2, 0)).toEqual([
			{ time: 50, level: 1 },
			{ time: 100, level: 0 },
			{ time: 150, level: 1 },
		]);
	});

	it("compiles 100 000 edges", () => {
		const edges = Array.from({ length: 25_000 }, (_, index) => index * 10);
		const shifted = [0, 1, 2, 3].map((by) => edges.map((time) => time + by));
		expect(compileWave(drawing(250_000, ...shifted)).counts.pulses).toBe(100_000);
	});
});
