import { expect, it } from "vitest";
import { newestActivity } from "./newestActivity.ts";

/** A capture that has changes of one channel at these times, µs. */
function capture(times: readonly number[]) {
	return {
		previousEdge: async (_mask: number, time: number) => times.findLast((one) => one < time),
		idle: async (_mask: number, longerThan: number, from: number, to: number) => {
			const edges = [from, ...times.filter((time) => time > from && time <= to)];
			return edges
				.slice(1)
				.map((time, index) => ({ from: edges[index] ?? from, to: time }))
				.filter((rest) => rest.to - rest.from > longerThan);
		},
	};
}

const MASK = 0b1100;

it("begins behind the last rest", async () => {
	const times = [1_000_000, 1_000_100, 5_000_000, 5_004_000, 5_019_000, 5_030_000];
	expect(await newestActivity(capture(times), MASK)).toEqual({ from: 5_000_000, to: 5_030_000 });
});

it("shows the end of what never rests", async () => {
	const times = Array.from({ length: 5000 }, (_, index) => index * 1000);
	expect(await newestActivity(capture(times), MASK)).toEqual({ from: 2_999_000, to: 4_999_000 });
});

it("is not there on lines that never changed", async () => {
	expect(await newestActivity(capture([]), MASK)).toBeUndefined();
});
