import { describe, expect, it } from "vitest";
import { BlockRing } from "./BlockRing.ts";
import type { EncodedBlock } from "./Ingest.ts";

const block = (number: number, bytes = 100, epoch = 1): EncodedBlock => ({
	bytes: new Uint8Array(bytes),
	target: 0,
	firstLevel: 0,
	changes: 1,
	epoch,
	number,
	baseTime: number * 1000,
	endTime: number * 1000 + 1000,
});

describe("BlockRing", () => {
	it("keeps the newest within its bytes", () => {
		const ring = new BlockRing({ bytes: 350, span: Number.POSITIVE_INFINITY });
		for (let i = 0; i < 10; i++) ring.push(block(i));
		expect([ring.first, ring.next, ring.byteLength]).toEqual([7, 10, 300]);
		expect(ring.get(6)).toBeUndefined();
		expect(ring.get(7)?.number).toBe(7);
	});

	it("keeps the newest within its time", () => {
		const ring = new BlockRing({ bytes: 1e9, span: 3000 });
		for (let i = 0; i < 10; i++) ring.push(block(i));
		expect(ring.first).toBe(6);
	});

	it("keeps a block that is larger than it", () => {
		const ring = new BlockRing({ bytes: 50, span: 1 });
		ring.push(block(3));
		expect(ring.get(3)?.number).toBe(3);
	});

	it("counts the bytes from a place on", () => {
		const ring = new BlockRing({ bytes: 350, span: Number.POSITIVE_INFINITY });
		expect(ring.bytesFrom(0)).toBe(0);
		for (let i = 0; i < 5; i++) ring.push(block(i));
		expect([0, 2, 3, 4, 5].map((number) => ring.bytesFrom(number))).toEqual([300, 300, 200, 100, 0]);
	});

	it("finds where the last seconds begin, within the present epoch", () => {
		const ring = new BlockRing();
		expect(ring.recent(1e9, 1e9)).toBe(0);
		for (let i = 0; i < 5; i++) ring.push(block(i, 100, 1));
		for (let i = 5; i < 10; i++) ring.push(block(i, 100, 2));
		expect(ring.recent(1e9, 1e9)).toBe(5);
		expect(ring.recent(1500, 1e9)).toBe(8);
		expect(ring.recent(1e9, 250)).toBe(8);
		expect(ring.recent(1e9, 0)).toBe(10);
	});
});
