import { Capture, edges } from "@gpioscope/logic";
import {
	decodeBlock,
	fetchedSegment,
	type SegmentFacts,
	type Trigger,
	unpackBytes,
} from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "../testing/TestBench.ts";
import type { TestViewer } from "../testing/TestViewer.ts";

const bench = new TestBench();
afterEach(() => bench.close());

const GPIO = 20;
const falling: Trigger = {
	number: 1,
	name: "Falls",
	enabled: true,
	stages: [{ condition: { kind: "lines", lines: { [GPIO]: "falling" } }, count: 1 }],
	action: { kind: "segment", length: { unit: "changes", count: 2 }, position: 0.5, keep: 3 },
};

const setTriggers = (viewer: TestViewer, ...triggers: Trigger[]) =>
	viewer.ask({ op: "setTriggers", target: "pi", triggers });

/** All segments that a viewer knows of. */
function segmentsOf({ messages }: TestViewer): SegmentFacts[] {
	let all: SegmentFacts[] = [];
	for (const message of messages) {
		if (message.op !== "segments") continue;
		const { whole, kept, gone } = message;
		all = [...(whole ? [] : all.filter(({ segment }) => !gone.includes(segment))), ...kept];
	}
	return all;
}

/** All blocks of a segment, put together. */
async function fetched(viewer: TestViewer, segment: number): Promise<Capture> {
	const capture = new Capture();
	for (let from: number | undefined = 0; from !== undefined; ) {
		const answer = await viewer.ask({ op: "fetchSegment", target: "pi", segment, from });
		if (answer.op === "error") throw new Error(answer.message);
		const { blocks, next } = fetchedSegment.parse(answer.result);
		for (const block of blocks) capture.append(decodeBlock(unpackBytes(block) as Uint8Array));
		from = next;
	}
	return capture;
}

describe("triggers on the bridge", () => {
	it("keep segments while no page is there, with the very edges that a page gets later", async () => {
		const { bridge, at } = await bench.bridge();
		const first = await bench.viewer(at);
		await first.subscribe();
		expect(await first.hear("triggers")).toMatchObject({ triggers: [] });
		expect(await first.hear("segments")).toMatchObject({
			whole: true,
			kept: [],
			limits: { segments: 1000, bytes: 64 * 1024 * 1024 },
		});
		expect(await setTriggers(first, falling)).toMatchObject({ op: "result" });
		await first.hear("triggers", ({ triggers }) => triggers[0]?.phase === "armed");
		await first.close();
		const { pi } = bridge.target;
		for (const level of [1, 0, 1, 0, 1, 0, 1, 0, 1] as const) await pi.write({ gpio: GPIO, level });

		const second = await bench.viewer(at);
		await second.subscribe();
		await second.until(() => segmentsOf(second).at(-1)?.hit === 4);
		const segments = segmentsOf(second);
		const { triggers } = await second.hear("triggers", (message) => message.triggers[0]?.count === 4);
		expect(triggers).toMatchObject([{ trigger: falling, phase: "armed", lastHit: expect.any(Number) }]);
		expect(segments.map(({ trigger, hit }) => [trigger, hit])).toEqual([2, 3, 4].map((hit) => [1, hit]));
		const live = new Capture();
		const edgesOf = (capture: Capture) => Array.from(edges(capture, GPIO, 0, Number.POSITIVE_INFINITY).times);
		let appended = 0;
		await second.until(() => {
			for (; appended < second.blocks.length; appended++)
				live.append(second.blocks[appended] as (typeof second.blocks)[0]);
			return edgesOf(live).length === 9;
		});
		for (const { segment, hit, hitTime, changes } of segments) {
			const capture = await fetched(second, segment);
			// The rise before it, the hit, and the rise behind it.
			expect(edgesOf(capture)).toEqual(edgesOf(live).slice(2 * hit - 2, 2 * hit + 1));
			expect(edgesOf(capture)[1]).toBe(hitTime);
			expect(capture.changes).toBe(changes);
		}
		const [{ segment = 0 } = {}] = segments;
		expect(await second.ask({ op: "forgetSegments", target: "pi", segments: [segment] })).toMatchObject({
			op: "result",
		});
		await second.until(() => segmentsOf(second).length === 2);
		expect(await second.ask({ op: "fetchSegment", target: "pi", segment })).toMatchObject({
			code: "invalidArgument",
			message: `Segment ${segment} is not kept any more.`,
		});
	});

	it("are each owner's own, whatever their numbers", async () => {
		const { bridge, at } = await bench.bridge();
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		await bob.subscribe();
		const set = (viewer: TestViewer, name: string, ...triggers: Trigger[]) =>
			viewer.ask({ op: "setTriggers", target: "pi", triggers, owner: { id: name.toLowerCase(), name } });
		const count: Trigger = { ...falling, action: { kind: "count" } };
		const other: Trigger = {
			...count,
			stages: [{ condition: { kind: "lines", lines: { 21: "rising" } }, count: 1 }],
		};
		await set(ann, "Ann", count);
		await set(bob, "Bob", other);
		const { triggers } = await bob.hear("triggers", (message) => message.triggers.length === 2);
		expect(triggers.map(({ owner, trigger }) => [owner.name, trigger])).toEqual([
			["Ann", count],
			["Bob", other],
		]);
		for (const level of [1, 0] as const) await bridge.target.pi.write({ gpio: GPIO, level });
		await bob.hear("triggers", (message) => message.triggers[0]?.count === 1);
		// Bob's end with his own list.
		await set(bob, "Bob");
		await bob.hear("triggers", ({ triggers: [first, ...rest] }) => first?.count === 1 && rest.length === 0);
		const many = Array.from({ length: 16 }, (_, index) => ({ ...count, number: index + 1 }));
		for (const name of ["C", "D", "E"]) expect(await set(bob, name, ...many)).toMatchObject({ op: "result" });
		expect(await set(bob, "F", ...many)).toMatchObject({
			code: "invalidArgument",
			message: "The target is watched for 49 triggers of others already, and for not more than 64 of all.",
		});
	});

	it("have what came while all of them were off", async () => {
		const { bridge, at } = await bench.bridge();
		const viewer = await bench.viewer(at);
		await viewer.subscribe();
		await setTriggers(viewer, { ...falling, enabled: false });
		for (const level of [1, 0, 1] as const) await bridge.target.pi.write({ gpio: GPIO, level });
		const length = { unit: "changes", count: 3 } as const;
		await viewer.until(() => viewer.changes >= 3);
		await setTriggers(viewer, { ...falling, action: { kind: "segment", length, position: 1, keep: 3 } });
		await bridge.target.pi.write({ gpio: GPIO, level: 0 });
		await viewer.until(() => segmentsOf(viewer).length === 1);
		expect(segmentsOf(viewer)).toMatchObject([{ hit: 1, changes: 4 }]);
	});

	it("refuse what makes no sense without a page, and what is incomplete", async () => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		const length = { unit: "time", micros: 10 } as const;
		expect(
			await setTriggers(viewer, { ...falling, action: { kind: "pause", length, position: 0 } }),
		).toMatchObject({
			code: "invalidArgument",
			message: "Trigger 1 pauses a view, and without a page there is none.",
		});
		expect(await setTriggers(viewer, { ...falling, stages: [] })).toMatchObject({
			code: "invalidArgument",
			message: "Trigger 1: It has no stage yet.",
		});
		expect(await setTriggers(viewer, falling, falling)).toMatchObject({
			message: "Two triggers have the same number.",
		});
		const wrong = { ...falling, number: 0 };
		expect(await setTriggers(viewer, wrong)).toMatchObject({
			code: "malformed",
			message: "triggers.0.number: less than 1.",
		});
	});

	it("stop when none are set any more, and tell all viewers", async () => {
		const { bridge, at } = await bench.bridge();
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		await bob.subscribe();
		await setTriggers(ann, { ...falling, action: { kind: "count" } });
		await bridge.target.pi.write({ gpio: GPIO, level: 1 });
		await bridge.target.pi.write({ gpio: GPIO, level: 0 });
		await bob.hear("triggers", ({ triggers }) => triggers[0]?.count === 1);
		await setTriggers(ann);
		const isLast = () => bob.messages.findLast(({ op }) => op === "triggers");
		await bob.until(() => {
			const last = isLast();
			return last?.op === "triggers" && last.triggers.length === 0;
		});
	});
});
