import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "../capture/Capture.ts";
import { CaptureBuilder } from "../capture/CaptureBuilder.ts";
import { compareCaptures } from "./compareCaptures.ts";

type Change = readonly [time: number, level: number];

function captureOf(
	end: number,
	changes: readonly Change[],
	{ ticksPerMicro = 1, from = 0, known = 0xff } = {},
): Capture {
	const builder = new CaptureBuilder({ ticksPerMicro });
	builder.begin(from * ticksPerMicro, 0, known);
	for (const [time, level] of changes) builder.change(time * ticksPerMicro, level);
	builder.flush(end * ticksPerMicro);
	return builder.capture;
}

const pair = [{ first: 0, second: 0 }];
const listed = (
	first: Capture,
	second: Capture,
	options: Partial<Parameters<typeof compareCaptures>[2]> = {},
) => {
	const found = compareCaptures(first, second, { shift: 0, channels: pair, tolerance: 0, ...options });
	return Array.from(found.starts, (start, at) => [found.channels[at], start, found.ends[at]]);
};

describe("compareCaptures", () => {
	it("finds what a look at every microsecond finds", () => {
		const changes = fc
			.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.nat(3)), { maxLength: 25 })
			.map((list): Change[] => list.sort((a, b) => a[0] - b[0]));
		let found = 0;
		fc.assert(
			fc.property(changes, changes, fc.integer({ min: -30, max: 30 }), (one, other, shift) => {
				const first = captureOf(121, one);
				const second = captureOf(121, other);
				const levelAt = (list: readonly Change[], time: number, bit: number): number =>
					((list.findLast(([at]) => at <= time)?.[1] ?? 0) >>> bit) & 1;
				const begin = Math.max(0, shift);
				const end = Math.min(121, 121 + shift);
				const expected: number[][] = [];
				for (const bit of [0, 1]) {
					for (let time = begin; time < end; time++) {
						if (levelAt(one, time, bit) === levelAt(other, time - shift, bit)) continue;
						const from = time;
						while (time < end && levelAt(one, time, bit) !== levelAt(other, time - shift, bit)) time++;
						expected.push([bit, from, time]);
					}
				}
				const channels = [0, 1].map((bit) => ({ first: bit, second: bit }));
				const actual = listed(first, second, { shift, channels });
				const order = (list: (number | undefined)[][]) => list.map(String).sort();
				expect(order(actual)).toEqual(order(expected));
				expect(compareCaptures(first, second, { shift, channels, tolerance: 0 }).compared).toBe(end - begin);
				found += actual.length;
			}),
			{ numRuns: 300 },
		);
		expect(found).toBeGreaterThan(300);
	});

	it("takes an edge within the tolerance for the same, but never a pulse that only one has", () => {
		const first = captureOf(100, [
			[10, 1],
			[30, 0],
			[50, 1],
			[52, 0],
		]);
		const second = captureOf(100, [
			[12, 1],
			[29, 0],
		]);
		expect(listed(first, second, { tolerance: 3 })).toEqual([[0, 50, 52]]);
		expect(listed(first, second, { tolerance: 1 })).toEqual([
			[0, 10, 12],
			[0, 50, 52],
		]);
	});

	it("says nothing of what one of them does not know", () => {
		const first = captureOf(100, [[10, 1]]);
		const second = captureOf(60, [], { from: 20 });
		expect(listed(first, second)).toEqual([[0, 20, 60]]);
		expect(listed(first, captureOf(60, [], { known: 0xfe }))).toEqual([]);
		expect(listed(first, captureOf(60, []), { shift: 200 })).toEqual([]);
		// A line that nobody ever knew takes nothing from what is said of the others.
		const channels = [0, 1].map((bit) => ({ first: bit, second: bit }));
		const partly = captureOf(60, [], { known: 0xfd });
		expect(compareCaptures(first, partly, { shift: 0, channels, tolerance: 0 }).compared).toBe(60);
	});

	it("compares captures of different clocks, and counts on beyond the limit", () => {
		const coarse = captureOf(100, [
			[10, 1],
			[20, 0],
			[30, 1],
		]);
		const fine = captureOf(
			100,
			[
				[10, 1],
				[20.5, 0],
				[30, 1],
			],
			{ ticksPerMicro: 1000 },
		);
		expect(listed(coarse, fine)).toEqual([[0, 20, 20.5]]);
		const limited = compareCaptures(coarse, captureOf(100, []), {
			shift: 0,
			channels: pair,
			tolerance: 0,
			limit: 1,
		});
		expect([limited.count, limited.starts.length]).toEqual([2, 1]);
	});
});
