import { packBytes, type SegmentFacts } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ownerStore } from "../stores/ownerStore.ts";
import { SegmentFetch } from "./SegmentFetch.ts";
import { encodedBlock, joinBridge } from "./testing/joinBridge.ts";

const own = ownerStore.getState();

const facts = (segment: number, bytes: number, owner = own): SegmentFacts => ({
	segment,
	owner,
	trigger: 1,
	hit: segment,
	hitTime: 50 * segment,
	micros: 100,
	changes: 1,
	bytes,
});

const piece = (number: number) =>
	encodedBlock({
		number,
		baseTime: 100 * number,
		endTime: 100 * (number + 1),
		firstLevel: number % 2,
		times: Uint32Array.of(50),
		levels: Uint32Array.of((number + 1) % 2),
		count: 1,
	});

function join() {
	const joint = joinBridge();
	const { fake, bridge, link } = joint;
	const segments = new SegmentFetch(bridge, link);
	bridge.onMessage((message) => segments.receive(message));
	fake.socket.greet();
	const asked = () => fake.socket.sent.flatMap((message) => (message.op === "fetchSegment" ? [message] : []));
	const tell = (...kept: SegmentFacts[]) => {
		const limits = { segments: 1000, bytes: 1e8 };
		fake.socket.say({ op: "segments", target: "pi", whole: true, kept, gone: [], limits });
	};
	/** Answers what was asked last. */
	const answer = async (number: number, next?: number) => {
		const result = { blocks: [packBytes(piece(number))], ...(next === undefined ? {} : { next }) };
		fake.socket.say({ op: "result", id: asked().at(-1)?.id ?? 0, result });
		await vi.advanceTimersByTimeAsync(0);
	};
	const fetching = () => segments.store.getState().fetching;
	return { ...joint, segments, asked, tell, answer, fetching };
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
		const { fake, session, asked, tell, answer } = joined;
		const MB = 2 ** 20;
		tell(facts(1, 4 * MB), facts(2, 4 * MB), facts(3, 3 * MB));
		await vi.advanceTimersByTimeAsync(0);
		expect(asked()).toMatchObject([{ segment: 2, from: 0 }]);
		await answer(0, 1);
		expect(asked()[1]).toMatchObject({ segment: 2, from: 1 });
		await answer(1);
		const { capture, source } = session.shelf.get("bridge-2");
		expect([capture.changes, capture.endTime]).toEqual([2, 200]);
		expect(source).toEqual({ kind: "segment", trigger: 1, hit: 2, hitTime: 100, bridgeSegment: 2 });
		expect(asked()[2]).toMatchObject({ segment: 3 });
		// Gone meanwhile: nothing to be done about it.
		const error = { code: "invalidArgument", message: "Segment 3 is not kept any more." } as const;
		fake.socket.say({ op: "error", id: asked()[2]?.id ?? 0, ...error });
		// What is kept while the page is there comes only when asked for.
		tell(facts(4, 10));
		await vi.advanceTimersByTimeAsync(0);
		expect(asked()).toHaveLength(3);
	});

	it("come when asked for, tell how far they are, and bear whose they are", async () => {
		const { segments, session, answer, fetching, asked } = joined;
		const fetched = segments.fetch(facts(7, 500, { id: "other", name: "Ann" }));
		expect(segments.fetch(facts(7, 500))).toBe(fetched);
		expect(fetching().get(7)).toEqual({ done: 0, total: 500 });
		await vi.advanceTimersByTimeAsync(0);
		await answer(0, 1);
		expect(fetching().get(7)).toEqual({ done: piece(0).length, total: 500 });
		await answer(1);
		expect(await fetched).toBe("bridge-7");
		expect(session.shelf.get("bridge-7").source).toMatchObject({ owner: "Ann", bridgeSegment: 7 });
		expect(asked()).toHaveLength(2);
		expect(fetching().size).toBe(0);
	});

	it("do not come when they are not wanted any more, and come again when they are", async () => {
		const { segments, session, answer, asked, fetching } = joined;
		const [first, second, third] = [7, 8, 9].map((segment) => segments.fetch(facts(segment, 500)));
		await vi.advanceTimersByTimeAsync(0);
		segments.cancel(7);
		segments.cancel(8);
		const again = segments.fetch(facts(7, 500));
		await answer(0, 1);
		expect([await first, await second]).toEqual([undefined, undefined]);
		expect(asked().map(({ segment }) => segment)).toEqual([7, 9]);
		await answer(0);
		expect(await third).toBe("bridge-9");
		await answer(0);
		expect(await again).toBe("bridge-7");
		expect(session.shelf.find("bridge-8")).toBeUndefined();
		expect(fetching().size).toBe(0);
	});

	it("cannot be fetched without a connection", async () => {
		const { fake, segments, fetching } = joined;
		fake.socket.break();
		await expect(segments.fetch(facts(9, 10))).rejects.toThrow("no connection");
		expect(fetching().size).toBe(0);
	});
});
