import { expect, it } from "vitest";
import type { PiEvent } from "../records.ts";
import { RecordQueue } from "./RecordQueue.ts";

function event(time: number): PiEvent {
	return { kind: "event", event: 1, tick: time, time, epoch: 1 };
}

async function takeAll(queue: RecordQueue<PiEvent>) {
	queue.end();
	const taken = [];
	for (let next = await queue.take(); next.done !== true; next = await queue.take()) taken.push(next.value);
	return taken;
}

it("hands on in order, to those who wait as to those who come", async () => {
	const queue = new RecordQueue<PiEvent>(10);
	const waiting = [queue.take(), queue.take()];
	for (const time of [1, 2, 3]) queue.push(event(time));
	expect(await Promise.all(waiting)).toEqual([1, 2].map((time) => ({ done: false, value: event(time) })));
	expect(await takeAll(queue)).toEqual([event(3)]);
});

it("puts one gap in place of the oldest when it is full", async () => {
	const queue = new RecordQueue<PiEvent>(3);
	for (let time = 1; time <= 10; time++) queue.push(event(time));
	const gap = {
		kind: "gap",
		cause: "slowReader",
		from: { time: 1, epoch: 1 },
		to: { time: 7, epoch: 1 },
		dropped: 7,
	};
	expect(await takeAll(queue)).toEqual([gap, event(8), event(9), event(10)]);
});

it("stays in order however often it is filled and emptied", async () => {
	const queue = new RecordQueue<PiEvent>(4);
	let next = 0;
	for (let round = 0; round < 50; round++) {
		for (let i = 0; i < 1 + (round % 4); i++) queue.push(event(++next));
		const before = next - (round % 4);
		for (let i = 0; i < 1 + (round % 4); i++) {
			expect(await queue.take()).toEqual({ done: false, value: event(before + i) });
		}
	}
	expect(next).toBe(123);
});

it("fails at once, once", async () => {
	const queue = new RecordQueue<PiEvent>(3);
	queue.push(event(1));
	queue.fail(new Error("enough"));
	await expect(queue.take()).rejects.toThrow("enough");
	expect(await queue.take()).toEqual({ done: true, value: undefined });
});
