import { describe, expect, it } from "vitest";
import { type LaneFacts, laneAt, laneSizes, layOutLanes, moveLane } from "./laneLayout.ts";

const facts: LaneFacts = {
	channels: [2, 3, 4, 17, 18],
	active: new Set([3, 18]),
	isHidden: () => false,
	colorOf: () => 1,
	idleOpen: false,
	size: laneSizes.default,
};

describe("lane layout", () => {
	it("shows lanes that changed by number and folds the others into one row", () => {
		const layout = layOutLanes(facts);
		expect(layout.lanes.map(({ channel, top }) => [channel, top])).toEqual([
			[3, 0],
			[18, 40],
		]);
		expect(layout.idleRow).toEqual({ top: 80, count: 3 });
		expect(layout.height).toBe(104);
	});

	it("shows idle lanes below their row when it is open", () => {
		const layout = layOutLanes({ ...facts, idleOpen: true });
		expect(layout.lanes.map(({ channel }) => channel)).toEqual([3, 18, 2, 4, 17]);
		expect(layout.lanes[2]).toMatchObject({ top: 104, idle: true });
	});

	it("keeps a person's order and leaves out what is hidden", () => {
		const layout = layOutLanes({
			...facts,
			channels: [18, 3],
			isHidden: (channel) => [2, 4, 17].includes(channel),
		});
		expect(layout.lanes.map(({ channel }) => channel)).toEqual([18, 3]);
		expect(layout.idleRow).toBeUndefined();
	});

	it("finds the lane at a height", () => {
		const layout = layOutLanes(facts);
		expect(laneAt(layout, 39)?.channel).toBe(3);
		expect(laneAt(layout, 40)?.channel).toBe(18);
		expect(laneAt(layout, 90)).toBeUndefined();
	});

	it("moves a lane up and down", () => {
		expect(moveLane([1, 2, 3, 4], 4, 2)).toEqual([1, 4, 2, 3]);
		expect(moveLane([1, 2, 3, 4], 1, 3)).toEqual([2, 3, 1, 4]);
		expect(moveLane([1, 2], 9, 1)).toEqual([1, 2]);
	});
});
