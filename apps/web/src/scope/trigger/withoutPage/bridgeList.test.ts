import type { Trigger } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { isWatched, listAfter, listWith, listWithout } from "./bridgeList.ts";

const trigger = (number: number, channel = 4): Trigger => ({
	number,
	name: "",
	enabled: true,
	stages: [{ condition: { kind: "lines", lines: { [channel]: "rising" } }, count: 1 }],
	action: { kind: "count" },
});

describe("what the bridge watches for", () => {
	it("is told from another trigger of the same number", () => {
		const list = listWith([trigger(2)], { ...trigger(1), enabled: false });
		expect(list.map(({ number }) => number)).toEqual([1, 2]);
		expect(isWatched(list, { ...trigger(1), name: "Clock" })).toBe(true);
		expect(isWatched(list, trigger(1, 5))).toBe(false);
		expect(listWithout(list, 1)).toEqual([trigger(2)]);
	});

	it("follows what is changed here, and leaves alone what came from elsewhere", () => {
		const foreign = trigger(3, 9);
		const watched = [trigger(1), trigger(2), foreign];
		const before = [trigger(1), trigger(2), trigger(3, 4)];
		const changed = trigger(2, 7);
		expect(listAfter(watched, before, [trigger(1), changed])).toEqual([trigger(1), changed, foreign]);
		expect(listAfter(watched, before, [{ ...trigger(1), enabled: false }])).toEqual([foreign]);
		const pausing: Trigger = {
			...trigger(1),
			action: { kind: "pause", length: { unit: "changes", count: 1 }, position: 0 },
		};
		expect(listAfter(watched, before, [pausing, trigger(2)])).toEqual([trigger(2), foreign]);
		expect(listAfter(watched, before, [{ ...trigger(1), name: "New" }, trigger(2)])).toBe(watched);
	});
});
