import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trackRuns } from "./trackRuns.ts";

const track = (edges: number[]) => ({ gpio: 4, initial: 0 as const, edges });

describe("trackRuns", () => {
	it("gives a run for each level in sight, with the level before the view", () => {
		expect(trackRuns(track([50, 100, 300]), { from: 80, scale: 1 }, 100)).toEqual([
			{ from: 0, to: 20, level: 1 },
			{ from: 20, to: 100, level: 0 },
		]);
	});

	it("joins four changes under three pixels apart, but keeps a lone narrow pulse", () => {
		const levels = (edges: number[]) =>
			trackRuns(track(edges), { from: 0, scale: 1 }, 50).map((run) => run.level);
		expect(levels([10, 12, 14, 16])).toEqual([0, "dense", 0]);
		expect(levels([10, 12])).toEqual([0, 1, 0]);
		expect(levels([10, 12, 14, 16, 18])).toEqual([0, "dense", 1]);
	});

	it("covers the whole width without holes", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(500), { maxLength: 60 }),
				fc.double({ min: 0.2, max: 9, noNaN: true }),
				(times, scale) => {
					const runs = trackRuns(track(times.sort((a, b) => a - b)), { from: -20, scale }, 200);
					expect(runs[0]?.from).toBe(0);
					expect(runs.at(-1)?.to).toBe(200);
					for (let index = 1; index < runs.length; index++)
						expect(runs[index]!.from).toBe(runs[index - 1]!.to);
				},
			),
		);
	});
});
