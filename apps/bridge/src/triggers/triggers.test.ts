import { Capture, edges } from "@gpioscope/logic";
import { decodeBlock, fetchedSegment, type Trigger, unpackBytes } from "@gpioscope/protocol";
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
		expect(await first.hear("triggers")).toMatchObject({ triggers: [], segments: [] });
		expect(await setTriggers(first, falling)).toMatchObject({ op: "result" });
		await first.hear("triggers", ({ triggers }) => triggers[0]?.phase === "armed");
		await first.close();
		const { pi } = bridge.target;
		for (const level of [1, 0, 1, 0, 1, 0, 1, 0, 1] as const) await pi.write({ gpio: GPIO, level });

		const second = await bench.viewer(at);
		await second.subscribe();
		const { segments, triggers } = await second.hear(
			"triggers",
			(message) => message.segments.at(-1)?.hit === 4,
		);
		expect(triggers).toMatchObject([
			{ trigger: falling, phase: "armed", count: 4, lastHit: expect.any(Number) },
		]);
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
		await second.hear("triggers", (message) => message.segments.length === 2);
		expect(await second.ask({ op: "fetchSegment", target: "pi", segment })).toMatchObject({
			code: "invalidArgument",
			message: `Segment ${segment} is not kept any more.`,
		});
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
