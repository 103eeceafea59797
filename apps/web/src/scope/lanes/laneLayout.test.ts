import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf, type LaneGroup } from "./laneGroups.ts";
import { type LaneFacts, laneAt, laneSizes, layOutLanes, lowerHalf, rowAt, rowMask } from "./laneLayout.ts";

const order = [2, 3, 4, 17, 18];
const facts: LaneFacts = {
	items: itemsOf({ order, groups: [] }),
	active: new Set([3, 18]),
	isHidden: () => false,
	isInverted: () => false,
	colorOf: () => 1,
	sizeOf: () => laneSizes.default,
	derived: [],
	hasEvents: false,
	isPaired: () => false,
	idleOpen: false,
	phone: false,
};
const group = (part: Partial<LaneGroup>): LaneGroup => ({
	id: 1,
	name: "Bus",
	channels: [4, 17],
	collapsed: false,
	bus: undefined,
	...part,
});

describe("lane layout", () => {
	it("shows lanes that changed and folds the others into one row", () => {
		const layout = layOutLanes(facts);
		expect(layout.lanes.map(({ channel, top }) => [channel, top])).toEqual([
			[3, 0],
			[18, 40],
		]);
		expect(layout.idleRow).toEqual({ top: 80, count: 3, hidden: 0 });
		expect(layout.height).toBe(104);
	});

	it("shows idle lanes below their row when it is open", () => {
		const layout = layOutLanes({ ...facts, idleOpen: true });
		expect(layout.lanes.map(({ channel }) => channel)).toEqual([3, 18, 2, 4, 17]);
		expect(layout.lanes[2]).toMatchObject({ top: 104, idle: true });
	});

	it("gives lanes and buses room for the same of another capture", () => {
		const bus = { radix: "hex", top: "msb" } as const;
		const items = itemsOf({ order, groups: [group({ bus })] });
		const isPaired = (channel: number): boolean => channel === 4 || channel === 18;
		const [alone, halfPaired, paired] = layOutLanes({ ...facts, items, isPaired }).rows;
		expect(alone).toMatchObject({ height: 40, padBottom: 9, lower: 0 });
		// A bus of which the other capture lacks a line has no value there.
		expect(halfPaired).toMatchObject({ kind: "bus", height: 32, lower: 0 });
		expect(paired).toMatchObject({ channel: 4, top: 72, height: 80, padTop: 9, padBottom: 49, lower: 40 });
		if (paired?.kind !== "trace") throw new Error("no lane");
		expect(lowerHalf(paired)).toEqual({ top: 112, height: 40, padTop: 9, padBottom: 9 });
		const whole = layOutLanes({ ...facts, items, isPaired: () => true }).rows[1];
		expect(whole).toMatchObject({ kind: "bus", height: 64, padTop: 7, padBottom: 39, lower: 32 });
	});

	it("counts what is hidden, so that it can be brought back", () => {
		const layout = layOutLanes({ ...facts, isHidden: (channel) => channel !== 3 });
		expect(layout.lanes.map(({ channel }) => channel)).toEqual([3]);
		expect(layout.idleRow).toEqual({ top: 40, count: 0, hidden: 4 });
	});

	it("shows a group with its lanes where the first of them stands, idle or not", () => {
		const items = itemsOf({ order, groups: [group({})] });
		const layout = layOutLanes({ ...facts, items });
		expect(layout.rows.map(({ id, top, height }) => [id, top, height])).toEqual([
			["lane-3", 0, 40],
			["group-1", 40, 20],
			["lane-4", 60, 40],
			["lane-17", 100, 40],
			["lane-18", 140, 40],
		]);
		expect(layout.lanes[1]).toMatchObject({ group: 1 });
	});

	it("shows a folded group as one row, as a bus where it is one", () => {
		const items = itemsOf({
			order,
			groups: [group({ collapsed: true, bus: { radix: "hex", top: "msb" } })],
		});
		const layout = layOutLanes({ ...facts, items, isInverted: (channel) => channel === 17 });
		const [, bus] = layout.rows;
		expect(bus).toMatchObject({ kind: "bus", height: 32, padTop: 7, channels: [4, 17], inverted: 1 << 17 });
		expect(layout.rows).toHaveLength(3);
	});

	it("puts derived tracks under their lane, and events below all that changed", () => {
		const layout = layOutLanes({
			...facts,
			derived: [
				{ channel: 3, quantity: "frequency" },
				{ channel: 4, quantity: "duty" },
			],
			hasEvents: true,
		});
		expect(layout.rows.map(({ id, top }) => [id, top])).toEqual([
			["lane-3", 0],
			["derived-3-frequency", 40],
			["lane-18", 84],
			["events", 124],
		]);
		expect(layout.idleRow?.top).toBe(140);
	});

	it("finds rows and lanes at a height", () => {
		const layout = layOutLanes({ ...facts, items: itemsOf({ order, groups: [group({})] }) });
		expect(laneAt(layout, 39)?.channel).toBe(3);
		expect(laneAt(layout, 50)).toBeUndefined();
		expect(rowAt(layout, 50)?.kind).toBe("group");
		expect(rowAt(layout, 5000)).toBeUndefined();
	});

	it("places every lane once and without holes, whatever is grouped, hidden, folded or high", () => {
		const mask = fc.integer({ min: 0, max: 0xffff });
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...Array(16).keys()], { minLength: 1 }),
				mask,
				mask,
				mask,
				mask,
				fc.boolean(),
				fc.boolean(),
				(channels, first, second, hidden, active, idleOpen, collapsed) => {
					const has = (bits: number, channel: number): boolean => ((bits >>> channel) & 1) === 1;
					const groups = [
						group({ id: 1, channels: channels.filter((one) => has(first, one)), collapsed }),
						group({ id: 2, channels: channels.filter((one) => has(second & ~first, one)) }),
					];
					const layout = layOutLanes({
						...facts,
						items: itemsOf({ order: channels, groups }),
						isHidden: (channel) => has(hidden, channel),
						active: new Set(channels.filter((channel) => has(active, channel))),
						sizeOf: (channel) => (channel % 2 === 0 ? laneSizes.tall : laneSizes.compact),
						idleOpen,
					});
					let top = 0;
					for (const row of layout.rows) {
						if (layout.idleRow?.top === top) top += 24;
						expect(row.top).toBe(top);
						expect(rowAt(layout, top)).toBe(row);
						top += row.height;
					}
					const shown = layout.lanes.map(({ channel }) => channel);
					expect(new Set(shown).size).toBe(shown.length);
					const folded = new Set(collapsed ? groups[0]?.channels : []);
					const visible = channels.filter((one) => !has(hidden, one) && !folded.has(one));
					const idleCount = idleOpen ? 0 : (layout.idleRow?.count ?? 0);
					expect(shown.length + idleCount).toBe(visible.length);
					for (const row of layout.rows)
						if (row.kind === "trace") expect(rowMask(row)).toBe(2 ** row.channel);
				},
			),
		);
	});
});
