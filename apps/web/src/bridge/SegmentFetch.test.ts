import { encodeBlock, packBytes, type SegmentFacts } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BridgeClient } from "./BridgeClient.ts";
import { CaptureSession } from "./CaptureSession.ts";
import { FakeBridge } from "./FakeBridge.ts";
import { SegmentFetch } from "./SegmentFetch.ts";
import { type WorkerLike, WorkerLink } from "./WorkerLink.ts";

const facts = (segment: number, bytes: number): SegmentFacts => ({
	segment,
	trigger: 1,
	hit: segment,
	hitTime: 50,
	micros: 100,
	changes: 1,
	bytes,
});

const piece = (number: number) =>
	encodeBlock({
		target: 0,
		epoch: 1,
		number,
		baseTime: 100 * number,
		endTime: 100 * (number + 1),
		firstLevel: number % 2,
		known: 0xffff_ffff,
		times: Uint32Array.of(50),
		levels: Uint32Array.of((number + 1) % 2),
		count: 1,
		gaps: [],
		watchdogs: [],
		events: [],
	});

function join() {
	const fake = new FakeBridge();
	const worker: WorkerLike = {
		onmessage: null,
		onerror: null,
		postMessage: (message) => session.receive(message),
	};
	const session = new CaptureSession({
		open: fake.open,
		isReachable: () => Promise.resolve(true),
		now: () => Date.now(),
		formats: [],
		recognise: () => undefined,
		post: (message) => worker.onmessage?.({ data: message } as never),
	});
	const link = new WorkerLink();
	link.attach(worker);
	const bridge = new BridgeClient(link);
	const segments = new SegmentFetch(bridge, link);
	bridge.onMessage((message) => segments.receive(message));
	link.post({ kind: "connect", url: "ws://bridge/ws" });
	fake.socket.greet();
	const asked = () => fake.socket.sent.flatMap((message) => (message.op === "fetchSegment" ? [message] : []));
	return { fake, session, segments, asked };
}

let joined: ReturnType<typeof join>;
beforeEach(() => {
	vi.useFakeTimers();
	joined = join();
});
afterEach(() => {
	joined.session.close();
	vi.useRealTimers();
});

describe("segments of the bridge", () => {
	it("come to the shelf when the page opens, the newest, one at a time and in parts", async () => {
		const { fake, session, asked } = joined;
		const tell = (...segments: SegmentFacts[]) =>
			fake.socket.say({ op: "triggers", target: "pi", triggers: [], segments });
		const MB = 2 ** 20;
		tell(facts(1, 4 * MB), facts(2, 4 * MB), facts(3, 3 * MB));
		await vi.advanceTimersByTimeAsync(0);
		expect(asked()).toMatchObject([{ segment: 2, from: 0 }]);
		fake.socket.say({
			op: "result",
			id: asked()[0]?.id ?? 0,
			result: { blocks: [packBytes(piece(0))], next: 1 },
		});
		await vi.advanceTimersByTimeAsync(0);
		expect(asked()[1]).toMatchObject({ segment: 2, from: 1 });
		fake.socket.say({ op: "result", id: asked()[1]?.id ?? 0, result: { blocks: [packBytes(piece(1))] } });
		await vi.advanceTimersByTimeAsync(0);
		const { capture, source } = session.shelf.get("bridge-2");
		expect([capture.changes, capture.endTime]).toEqual([2, 200]);
		expect(source).toEqual({ kind: "segment", trigger: 1, hit: 2, hitTime: 50, isFromBridge: true });
		expect(asked()[2]).toMatchObject({ segment: 3 });
		// Gone meanwhile: nothing to be done about it.
		const error = { code: "invalidArgument", message: "Segment 3 is not kept any more." } as const;
		fake.socket.say({ op: "error", id: asked()[2]?.id ?? 0, ...error });
		// What is kept while the page is there comes only when asked for.
		tell(facts(4, 10));
		await vi.advanceTimersByTimeAsync(0);
		expect(asked()).toHaveLength(3);
	});

	it("cannot be fetched without a connection", async () => {
		const { fake, segments } = joined;
		fake.socket.break();
		await expect(segments.fetch(facts(9, 10))).rejects.toThrow("no connection");
	});
});
