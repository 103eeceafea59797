import { describe, expect, it } from "vitest";
import { CommandQueue, type PendingRequest } from "./CommandQueue.ts";
import { CommandTimeoutError, ReplyMismatchError } from "./errors.ts";

const frame = (code: number, p1 = 0, p2 = 0, result = 0) => ({
	code,
	p1,
	p2,
	result,
	data: new Uint8Array(),
});

function add(queue: CommandQueue, code: number, overrides: Partial<PendingRequest> = {}) {
	return new Promise((resolve, reject) => {
		queue.add({
			command: "read",
			code,
			p1: 0,
			p2: 0,
			deadlineMs: 100,
			timeoutMs: 100,
			resolve,
			reject,
			...overrides,
		});
	});
}

describe("CommandQueue", () => {
	it("gives each reply to the oldest request", async () => {
		const queue = new CommandQueue();
		const first = add(queue, 3, { p1: 4 });
		const second = add(queue, 3, { p1: 5 });
		queue.settle(frame(3, 4, 0, 1));
		queue.settle(frame(3, 5, 0, 0));
		expect(await Promise.all([first, second])).toEqual([frame(3, 4, 0, 1), frame(3, 5, 0, 0)]);
		expect(queue.length).toBe(0);
	});

	it("accepts a count that the daemon clipped", async () => {
		const queue = new CommandQueue();
		const reply = add(queue, 43, { p2: 100_000 });
		queue.settle(frame(43, 0, 65_535, 3));
		expect(await reply).toMatchObject({ result: 3 });
	});

	it.each([
		["another command", frame(4)],
		["another p1", frame(3, 9)],
		["another p2", frame(3, 0, 9)],
	])("refuses a reply to %s and settles nothing", (_, reply) => {
		const queue = new CommandQueue();
		add(queue, 3).catch(() => {});
		expect(() => queue.settle(reply)).toThrow(ReplyMismatchError);
		expect(queue.length).toBe(1);
	});

	it("refuses a reply that nobody asked for", () => {
		expect(() => new CommandQueue().settle(frame(3))).toThrow("unasked");
	});

	it("swallows the late reply of a request that was given up", async () => {
		const queue = new CommandQueue();
		const late = add(queue, 3, { deadlineMs: 100 });
		const next = add(queue, 3, { p1: 7, deadlineMs: 500 });
		queue.expire(200);
		await expect(late).rejects.toThrow(CommandTimeoutError);
		queue.settle(frame(3, 0, 0, 1));
		queue.settle(frame(3, 7, 0, 0));
		expect(await next).toMatchObject({ p1: 7 });
	});

	it("ends every wait, but only once each", async () => {
		const queue = new CommandQueue();
		const expired = add(queue, 3, { deadlineMs: 1 });
		const waiting = add(queue, 3, { deadlineMs: 500 });
		queue.expire(2);
		queue.failAll(new Error("gone"));
		await expect(expired).rejects.toThrow(CommandTimeoutError);
		await expect(waiting).rejects.toThrow("gone");
		expect(queue.length).toBe(0);
	});

	it("keeps the order over a hundred thousand requests", async () => {
		const queue = new CommandQueue();
		const replies: number[] = [];
		for (let i = 0; i < 100_000; i++) {
			queue.add({
				command: "read",
				code: 3,
				p1: i,
				p2: 0,
				deadlineMs: 1,
				timeoutMs: 1,
				resolve: ({ p1 }) => replies.push(p1),
				reject: () => {},
			});
			if (i % 3 === 0) queue.settle(frame(3, i / 3));
		}
		while (queue.length > 0) queue.settle(frame(3, replies.length));
		expect(replies).toHaveLength(100_000);
		expect(replies.every((p1, i) => p1 === i)).toBe(true);
	});
});
