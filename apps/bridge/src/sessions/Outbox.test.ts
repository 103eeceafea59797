import { type BlockContent, decodeBlock, encodeBlock } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { BlockRing } from "../targets/BlockRing.ts";
import type { EncodedBlock } from "../targets/Ingest.ts";
import { Outbox, type OutboxLimits, type Wire } from "./Outbox.ts";

function block(number: number, epoch = 1): EncodedBlock {
	const head = {
		target: 0,
		firstLevel: number,
		epoch,
		number,
		baseTime: number * 10,
		endTime: number * 10 + 10,
	};
	const times = Uint32Array.from({ length: 100 }, (_, i) => i % 10).sort();
	const levels = Uint32Array.from({ length: 100 }, (_, i) => i);
	const bytes = encodeBlock({
		...head,
		known: 0xffff_ffff,
		times,
		levels,
		count: 100,
		gaps: [],
		watchdogs: [],
		events: [],
	});
	return { ...head, bytes, changes: 100 };
}

const size = block(1).bytes.length;

/** A network that takes only what it is told to. */
class SlowWire implements Wire {
	readonly taken: (string | BlockContent)[] = [];
	readonly waiting: { data: string | Uint8Array; done: () => void }[] = [];
	end: string | undefined;

	get bufferedAmount(): number {
		return this.waiting.reduce((sum, { data }) => sum + data.length, 0);
	}

	send(data: string | Uint8Array, done: () => void): void {
		this.waiting.push({ data, done });
	}

	close(code: number): void {
		this.end = `close ${code}`;
	}

	terminate(): void {
		this.end = "terminate";
	}

	/** Takes so many messages off. */
	take(count = Number.POSITIVE_INFINITY): void {
		for (let i = 0; i < count; i++) {
			const next = this.waiting.shift();
			if (next === undefined) return;
			this.taken.push(typeof next.data === "string" ? next.data : decodeBlock(next.data));
			next.done();
		}
	}

	get numbers(): number[] {
		return this.taken.flatMap((each) => (typeof each === "string" ? [] : [each.number]));
	}
}

function setup(limits: Partial<OutboxLimits> = {}) {
	const wire = new SlowWire();
	const ring = new BlockRing();
	const all = { inFlight: 2 * size, highWater: 10 * size, control: 1000, hardStop: 100_000, ...limits };
	const outbox = new Outbox(wire, all);
	const push = (number: number) => {
		ring.push(block(number));
		outbox.pump();
	};
	return { wire, ring, outbox, push };
}

describe("Outbox", () => {
	it("sends what the ring has, then what comes", () => {
		const { wire, ring, outbox, push } = setup();
		for (let i = 0; i < 3; i++) ring.push(block(i));
		outbox.start(ring, 1);
		wire.take();
		push(3);
		wire.take();
		expect(wire.numbers).toEqual([1, 2, 3]);
	});

	it("hands over only as much as the network takes", () => {
		const { wire, ring, outbox, push } = setup();
		outbox.start(ring, 0);
		for (let i = 0; i < 9; i++) push(i);
		expect(wire.waiting).toHaveLength(2);
		wire.take();
		expect(wire.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
	});

	it("drops whole blocks, oldest first, and says which stretch by a gap", () => {
		const { wire, ring, outbox, push } = setup();
		outbox.start(ring, 0);
		for (let i = 0; i < 30; i++) push(i);
		wire.take();
		const numbers = wire.numbers;
		expect(numbers.slice(0, 2)).toEqual([0, 1]);
		expect(numbers.at(-1)).toBe(29);
		expect(new Set(numbers).size).toBe(numbers.length);
		const gaps = wire.taken.flatMap((each) => (typeof each === "string" ? [] : each.gaps));
		expect(gaps.length).toBeGreaterThan(0);
		for (const gap of gaps) {
			expect(gap.cause).toBe("viewerSlow");
			expect(gap.lost).toBe(((gap.to - gap.from) / 10) * 100);
		}
		// What was sent and what is called lost is everything.
		const told = gaps.reduce((sum, { lost = 0 }) => sum + lost, 0);
		const sent = wire.taken.reduce((sum, each) => sum + (typeof each === "string" ? 0 : each.count), 0);
		expect(told + sent).toBe(3000);
	});

	it("does not drop what a page that comes back is owed", () => {
		const { wire, ring, outbox } = setup();
		for (let i = 0; i < 50; i++) ring.push(block(i));
		outbox.start(ring, 0);
		wire.take();
		expect(wire.numbers).toEqual(Array.from({ length: 50 }, (_, i) => i));
	});

	it("says by a gap that the ring has moved on", () => {
		const wire = new SlowWire();
		const ring = new BlockRing({ bytes: 5 * size, span: 1e9 });
		const outbox = new Outbox(wire, { inFlight: size, highWater: 1e9, control: 1000, hardStop: 1e9 });
		outbox.start(ring, 0);
		for (let i = 0; i < 20; i++) {
			ring.push(block(i));
			outbox.pump();
		}
		wire.take();
		expect(ring.first).toBeGreaterThan(10);
		expect(wire.numbers).toEqual([
			0,
			...Array.from({ length: 21 - ring.first }, (_, i) => ring.first - 1 + i),
		]);
		const gaps = [{ from: 10, to: ring.first * 10, cause: "viewerSlow" }];
		expect(wire.taken[1]).toMatchObject({ gaps, known: 0, count: 0 });
	});

	it("never drops control messages, but ends a connection that takes none", () => {
		const { wire, outbox } = setup();
		for (let i = 0; i < 10; i++) outbox.control("x".repeat(100));
		expect(wire.end).toBeUndefined();
		expect(wire.waiting).toHaveLength(10);
		outbox.control("x");
		expect(wire.end).toBe("close 1013");
	});

	it("cuts a connection in which hopelessly much waits", () => {
		const { wire, outbox } = setup({ control: 1e9, hardStop: 1000 });
		outbox.control("x".repeat(1001));
		expect(wire.end).toBe("terminate");
	});
});
