import { describe, expect, it } from "vitest";
import { SegmentStore } from "./SegmentStore.ts";

const facts = (trigger: number, hit: number) => ({ trigger, hit, hitTime: hit, micros: 1, changes: 1 });

describe("SegmentStore", () => {
	it("keeps the newest of each trigger, and no more bytes than it may", () => {
		const store = new SegmentStore(100);
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
});
