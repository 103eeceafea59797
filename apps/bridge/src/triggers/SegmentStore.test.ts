import { describe, expect, it } from "vitest";
import { SegmentStore } from "./SegmentStore.ts";

const ann = { id: "a", name: "Ann" };
const bob = { id: "b", name: "Bob" };
const facts = (trigger: number, hit: number, owner = ann) => ({
	owner,
	trigger,
	hit,
	hitTime: hit,
	micros: 1,
	changes: 1,
});

describe("SegmentStore", () => {
	it("keeps the newest of each trigger, and no more bytes than it may", () => {
		const store = new SegmentStore({ segments: 1000, bytes: 100 });
		for (let hit = 1; hit <= 4; hit++) store.add(facts(1, hit), [new Uint8Array(10)], 2);
		store.add(facts(2, 1), [new Uint8Array(30), new Uint8Array(30)], 5);
		const hits = () => store.list.map(({ trigger, hit, bytes }) => [trigger, hit, bytes]);
		expect(hits()).toEqual([
			[1, 3, 10],
			[1, 4, 10],
			[2, 1, 60],
		]);
		store.add(facts(2, 2), [new Uint8Array(25)], 5);
		expect(hits()).toEqual([
			[1, 4, 10],
			[2, 1, 60],
			[2, 2, 25],
		]);
		const [{ segment = 0 } = {}] = store.list;
		expect(store.get(segment)?.blocks).toHaveLength(1);
		expect([store.remove(segment), store.remove(segment)]).toEqual([true, false]);
	});

	it("keeps no more segments than it may, each owner's triggers for themselves", () => {
		const store = new SegmentStore({ segments: 3, bytes: 100 });
		store.add(facts(1, 1), [], 1);
		store.add(facts(1, 1, bob), [], 1);
		store.add(facts(1, 2), [], 1);
		const hits = () => store.list.map(({ owner, hit }) => [owner.name, hit]);
		expect(hits()).toEqual([
			["Bob", 1],
			["Ann", 2],
		]);
		for (let hit = 1; hit <= 3; hit++) store.add(facts(2, hit), [], 10);
		expect(hits()).toEqual([1, 2, 3].map((hit) => ["Ann", hit]));
	});

	it("tells each that came and each that went once, and none that did both meanwhile", () => {
		const store = new SegmentStore();
		for (let hit = 1; hit <= 3; hit++) store.add(facts(1, hit), [], 2);
		const first = store.takeNews();
		expect([first?.kept.map(({ hit }) => hit), first?.gone]).toEqual([[2, 3], []]);
		expect(store.takeNews()).toBeUndefined();
		store.add(facts(1, 4), [], 2);
		const second = store.takeNews();
		expect([second?.kept.map(({ hit }) => hit), second?.gone]).toEqual([[4], [first?.kept[0]?.segment]]);
	});
});
