import { encodeRequest, type ResponseFrame } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { CommandQueue, type QueuedRequest } from "./CommandQueue.ts";
import { CommandTimeoutError, ReplyMismatchError } from "./errors.ts";

const frame = (code: number, p1 = 0, p2 = 0, result = 0) => ({
	code,
	p1,
	p2,
	result,
	data: new Uint8Array(),
});

/** A request as the queue sees one, and what became of it. */
class Waiting implements QueuedRequest {
	readonly name = "read";
	readonly bytes: Uint8Array;
	readonly deadlineMs: number;
	readonly timeoutMs = 100;
	isSettled = false;
	readonly replies: ResponseFrame[] = [];
	failure: Error | undefined;

	constructor(code: number, { p1 = 0, p2 = 0, deadlineMs = 100 } = {}) {
		this.bytes = encodeRequest("getVersion", {});
		new Uint32Array(this.bytes.buffer).set([code, p1, p2]);
		this.deadlineMs = deadlineMs;
	}

	settle(frame: ResponseFrame): void {
		this.isSettled = true;
		this.replies.push(frame);
	}

	fail(error: Error): void {
		this.isSettled = true;
		this.failure ??= error;
	}
}

function add(queue: CommandQueue, code: number, details: ConstructorParameters<typeof Waiting>[1] = {}) {
	const request = new Waiting(code, details);
	queue.add(request);
	return request;
}

describe("CommandQueue", () => {
	it("gives each reply to the oldest request", () => {
		const queue = new CommandQueue();
		const first = add(queue, 3, { p1: 4 });
		const second = add(queue, 3, { p1: 5 });
		queue.settle(frame(3, 4, 0, 1));
		queue.settle(frame(3, 5, 0, 0));
		expect([...first.replies, ...second.replies]).toEqual([frame(3, 4, 0, 1), frame(3, 5, 0, 0)]);
		expect(queue.length).toBe(0);
	});

	it("accepts a count that the daemon clipped", () => {
		const queue = new CommandQueue();
		const request = add(queue, 43, { p2: 100_000 });
		queue.settle(frame(43, 0, 65_535, 3));
		expect(request.replies).toMatchObject([{ result: 3 }]);
	});

	it.each([
		["another command", frame(4)],
		["another p1", frame(3, 9)],
		["another p2", frame(3, 0, 9)],
	])("refuses a reply to %s and settles nothing", (_, reply) => {
		const queue = new CommandQueue();
		add(queue, 3);
		expect(() => queue.settle(reply)).toThrow(ReplyMismatchError);
		expect(queue.length).toBe(1);
	});

	it("refuses a reply that nobody asked for", () => {
		expect(() => new CommandQueue().settle(frame(3))).toThrow("unasked");
	});

	it("keeps the place of a request that was given up", () => {
		const queue = new CommandQueue();
		const late = add(queue, 3, { deadlineMs: 100 });
		const next = add(queue, 3, { p1: 7, deadlineMs: 500 });
		queue.expire(99);
		expect(late.isSettled).toBe(false);
		queue.expire(200);
		expect(late.failure).toBeInstanceOf(CommandTimeoutError);
		queue.settle(frame(3, 0, 0, 1));
		queue.settle(frame(3, 7, 0, 0));
		expect(next.replies).toMatchObject([{ p1: 7 }]);
	});

	it("gives up requests by their own deadlines, whatever their order", () => {
		const queue = new CommandQueue();
		const [slow, fast, middle] = [500, 10, 100].map((deadlineMs) => add(queue, 3, { deadlineMs }));
		const settled = () => [slow, fast, middle].map((request) => request?.isSettled);
		queue.expire(50);
		expect(settled()).toEqual([false, true, false]);
		queue.expire(99);
		queue.expire(100);
		expect(settled()).toEqual([false, true, true]);
		queue.expire(500);
		expect(settled()).toEqual([true, true, true]);
	});

	it("ends every wait, but only once each", () => {
		const queue = new CommandQueue();
		const expired = add(queue, 3, { deadlineMs: 1 });
		const waiting = add(queue, 3, { deadlineMs: 500 });
		queue.expire(2);
		queue.failAll(new Error("gone"));
		expect(expired.failure).toBeInstanceOf(CommandTimeoutError);
		expect(waiting.failure).toMatchObject({ message: "gone" });
		expect(queue.length).toBe(0);
	});

	it("keeps the order over a hundred thousand requests", async () => {
		const queue = new CommandQueue();
		const requests = Array.from({ length: 100_000 }, (_, p1) => new Waiting(3, { p1 }));
		let answered = 0;
		for (const [i, request] of requests.entries()) {
			queue.add(request);
			if (i % 3 === 0) queue.settle(frame(3, answered++));
		}
		while (queue.length > 0) queue.settle(frame(3, answered++));
		expect(answered).toBe(100_000);
		expect(requests.every(({ replies }, p1) => replies.length === 1 && replies[0]?.p1 === p1)).toBe(true);
	});
});
