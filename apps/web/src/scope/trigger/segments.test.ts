import { describe, expect, it } from "vitest";
import { noFacts } from "../../bridge/CaptureFacts.ts";
import { ownerStore } from "../../stores/ownerStore.ts";
import { listSegments, type Segment } from "./segments.ts";

const own = ownerStore.getState();
const ann = { id: "ann", name: "Ann" };

const here = (id: string, source: Partial<Segment["source"]>): Segment => ({
	id,
	source: { kind: "segment", trigger: 1, hit: 1, hitTime: 1000, ...source },
	facts: { ...noFacts, firstTime: 500, endTime: 1500, anchor: { time: 0, wall: 100 } },
});
const kept = (segment: number, hitTime: number, owner = own) => ({
	segment,
	owner,
	trigger: 1,
	hit: segment,
	hitTime,
	at: 100 + hitTime / 1000,
	micros: 1000,
	changes: 2,
	bytes: 10,
});

describe("the list of segments", () => {
	it("has each once, wherever it is, in the order of their hits", () => {
		const list = listSegments(
			[
				here("segment-1", { hit: 2, hitTime: 2000 }),
				here("bridge-3", { hit: 3, hitTime: 3000, bridgeSegment: 3 }),
			],
			[kept(1, 1000), kept(2, 2000), kept(3, 3000), kept(4, 4000)],
		);
		expect(list.map((one) => [one.name, one.here?.id, one.kept?.segment])).toEqual([
			["Segment 1 of T1", undefined, 1],
			["Segment 2 of T1", "segment-1", 2],
			["Segment 3 of T1", "bridge-3", 3],
			["Segment 4 of T1", undefined, 4],
		]);
	});

	it("tells apart what two people's triggers of one number kept around the same moment", () => {
		const list = listSegments([here("segment-1", {})], [kept(1, 1000, ann)]);
		expect(list.map((one) => [one.name, one.owner, one.here?.id])).toEqual([
			["Segment 1 of Ann's T1", "Ann", undefined],
			["Segment 1 of T1", undefined, "segment-1"],
		]);
	});

	it("keeps what the bridge has dropped as long as it is here", () => {
		const list = listSegments([here("bridge-3", { bridgeSegment: 3, owner: "Ann" })], []);
		expect(list).toMatchObject([{ name: "Segment 1 of Ann's T1", at: 101, micros: 1000, kept: undefined }]);
	});
});
