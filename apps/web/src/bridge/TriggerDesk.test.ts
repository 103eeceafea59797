import { Capture, type Trigger, type TriggerAction } from "@gpioscope/logic";
import { type BlockContent, encodeBlock } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { LIVE } from "./CaptureEntry.ts";
import { CaptureShelf } from "./CaptureShelf.ts";
import { TriggerDesk } from "./TriggerDesk.ts";
import { hitBeside, hitsInColumns } from "./triggerHits.ts";
import type { FromWorker } from "./workerMessages.ts";

const BATCH = 1000;

/** A square wave of 20 µs on GPIO 0: falls at 20, 40, 60 and so on. */
function squareWave(number: number): BlockContent {
	const count = BATCH / 10;
	return {
		target: 0,
		epoch: 1,
		number,
		baseTime: BATCH * number,
		endTime: BATCH * (number + 1),
		firstLevel: 0,
		known: 0xffff_ffff,
		times: Uint32Array.from({ length: count }, (_, i) => 10 * (i + 1)),
		levels: Uint32Array.from({ length: count }, (_, i) => (i + 1) % 2),
		count,
		gaps: [],
		watchdogs: [],
		events: [],
	};
}

const falling = (action: TriggerAction, enabled = true): Trigger => ({
	number: 1,
	name: "",
	enabled,
	stages: [{ condition: { kind: "lines", lines: { 0: "falling" } }, count: 1 }],
	action,
});

function setup() {
	const shelf = new CaptureShelf(new Capture());
	const { capture } = shelf.get(LIVE);
	const heard: FromWorker[] = [];
	const desk = new TriggerDesk(shelf, (message) => heard.push(message));
	let number = 0;
	const feed = (isNew = true) => {
		capture.append(squareWave(number++));
		desk.blockCame(isNew);
	};
	const hear = (kind: FromWorker["kind"]) => heard.splice(0).filter((message) => message.kind === kind);
	const segments = () =>
		[...shelf].flatMap(([id, { source, capture: segment }]) =>
			source.kind === "segment" ? [{ id, source, segment }] : [],
		);
	const set = (...triggers: Trigger[]) => desk.receive({ kind: "setTriggers", triggers });
	const show = (id: string) => desk.receive({ kind: "shown", id });
	return { shelf, capture, desk, set, show, feed, hear, segments };
}

describe("TriggerDesk", () => {
	it("tells of a pause at once, and how triggers stand when that changes", () => {
		const { desk, set, feed, hear } = setup();
		set(falling({ kind: "pause", length: { unit: "changes", count: 10 }, position: 0.5 }));
		expect(hear("triggerStatus")).toEqual([
			{ kind: "triggerStatus", status: [{ number: 1, phase: "armed", count: 0, lastHit: undefined }] },
		]);
		feed();
		const all = hear("triggered");
		expect(all).toEqual([{ kind: "triggered", pause: { trigger: 1, hit: 1, hitTime: 20, from: 0, to: 70 } }]);
		feed();
		desk.publish();
		expect(hear("triggerStatus")).toEqual([
			{ kind: "triggerStatus", status: [{ number: 1, phase: "fired", count: 100, lastHit: 2000 }] },
		]);
		desk.publish();
		expect(hear("triggerStatus")).toEqual([]);
		desk.receive({ kind: "liveView", isLive: true });
		expect(hear("triggerStatus")).toMatchObject([{ status: [{ phase: "armed" }] }]);
	});

	it("counts what is of the past, and pauses only at what has just happened", () => {
		const { set, feed, hear } = setup();
		set(falling({ kind: "pause", length: { unit: "changes", count: 10 }, position: 0.5 }));
		feed(false);
		expect(hear("triggered")).toEqual([]);
		feed();
		expect(hear("triggered")).toMatchObject([{ pause: { hit: 51, hitTime: 1020 } }]);
	});

	it("keeps the newest segments, and the one that is looked at", () => {
		const { desk, set, show, feed, hear, segments, shelf } = setup();
		const length = { unit: "time", micros: 400 } as const;
		set(falling({ kind: "segment", length, position: 0.25, keep: 2 }));
		feed();
		desk.publish();
		const first = segments();
		expect(first.map(({ source }) => source)).toEqual([
			{ kind: "segment", trigger: 1, hit: 17, hitTime: 340 },
			{ kind: "segment", trigger: 1, hit: 33, hitTime: 660 },
		]);
		const [{ id = "", segment } = {}] = first;
		expect([segment?.firstTime, segment?.endTime, segment?.changes]).toEqual([240, 640, 41]);
		show(id);
		feed();
		feed();
		desk.publish();
		expect(segments().map((one) => one.id)).toContain(id);
		show(LIVE);
		feed();
		desk.publish();
		expect(segments().map((one) => one.id)).not.toContain(id);
		expect(segments()).toHaveLength(2);
		expect(hear("forgotten").length).toBeGreaterThan(0);
		expect(() => shelf.get(id)).toThrow("closed");
	});

	it("keeps what the bridge has kept, but no hit twice", () => {
		const { desk, set, feed, segments } = setup();
		const put = (id: string, hitTime: number, owner?: string) =>
			desk.put({
				kind: "putSegment",
				id,
				source: {
					kind: "segment",
					trigger: 1,
					hit: 1,
					hitTime,
					bridgeSegment: 1,
					...(owner === undefined ? {} : { owner }),
				},
				blocks: [encodeBlock(squareWave(0))],
			});
		expect(put("bridge-1", 340)).toBe("bridge-1");
		set(falling({ kind: "segment", length: { unit: "time", micros: 400 }, position: 0.25, keep: 2 }));
		feed();
		desk.publish();
		expect(put("bridge-2", 660)).toBe("segment-1");
		expect(put("bridge-3", 100)).toBe("bridge-3");
		expect(put("bridge-4", 100, "Ann")).toBe("bridge-4");
		expect(segments().map(({ id, source }) => [id, source.hitTime])).toEqual([
			["bridge-1", 340],
			["segment-1", 660],
			["bridge-3", 100],
			["bridge-4", 100],
		]);
	});

	it("takes no damaged segment of the bridge", () => {
		const { desk, hear, segments } = setup();
		const source = { kind: "segment", trigger: 1, hit: 1, hitTime: 340, bridgeSegment: 1 } as const;
		const blocks = [encodeBlock(squareWave(0)).fill(0, 8)];
		expect(desk.put({ kind: "putSegment", id: "bridge-1", source, blocks })).toBeUndefined();
		expect(hear("fault")).toMatchObject([{ message: expect.stringMatching(/^A segment arrived damaged/) }]);
		expect(segments()).toEqual([]);
	});

	it("lets the segments of a trigger that keeps none any more be, when another's come", () => {
		const { desk, set, feed, segments } = setup();
		const length = { unit: "time", micros: 400 } as const;
		set(falling({ kind: "segment", length, position: 0.25, keep: 2 }));
		feed();
		desk.publish();
		const second = { ...falling({ kind: "segment", length, position: 0.25, keep: 1 }), number: 2 };
		set(falling({ kind: "count" }), second);
		feed();
		desk.publish();
		expect(segments().map(({ source }) => source.trigger)).toEqual([1, 1, 2]);
	});

	it("refuses to watch for what is incomplete, and goes on with what it had", () => {
		const { desk, set, feed, hear } = setup();
		set(falling({ kind: "count" }));
		set({ ...falling({ kind: "count" }), stages: [] });
		expect(hear("fault")).toMatchObject([{ message: "Trigger 1: It has no stage yet." }]);
		feed();
		desk.publish();
		expect(hear("triggerStatus")).toMatchObject([{ status: [{ count: 50 }] }]);
		desk.receive({ kind: "clearTriggerCounts", numbers: [1] });
		expect(hear("triggerStatus")).toMatchObject([{ status: [{ count: 0 }] }]);
	});
});

describe("hits", () => {
	it("are found before the trigger was armed as well as since then", () => {
		const { capture, set, feed } = setup();
		feed();
		const trigger = falling({ kind: "count" });
		set(trigger);
		feed();
		const beside = (time: number, direction: "next" | "previous") =>
			hitBeside(capture, [trigger], time, direction)?.time;
		expect([beside(20, "next"), beside(990, "next"), beside(1000, "next"), beside(2000, "next")]).toEqual([
			40,
			1000,
			1020,
			undefined,
		]);
		expect([beside(1040, "previous"), beside(1020, "previous"), beside(20, "previous")]).toEqual([
			1020,
			1000,
			undefined,
		]);
		const [{ times } = { times: [] }] = hitsInColumns(capture, [trigger], 0, 2000, 8);
		expect([...times]).toEqual([1020, 1280, 1540, 1800]);
	});

	it("are all shown of a capture that nobody watched, those of the nearest of several triggers", () => {
		const file = new Capture();
		file.append(squareWave(0));
		const rises: Trigger = {
			...falling({ kind: "count" }),
			number: 2,
			stages: [{ condition: { kind: "lines", lines: { 0: "rising" } }, count: 1 }],
		};
		const both = [falling({ kind: "count" }), rises];
		expect(hitBeside(file, both, 20, "next")).toEqual({ trigger: 2, time: 30 });
		expect(hitBeside(file, both, 30, "previous")).toEqual({ trigger: 1, time: 20 });
		expect(hitsInColumns(file, both, 0, 1000, 4).map(({ times }) => [...times])).toEqual([
			[20, 280, 540, 800],
			[10, 270, 530, 790],
		]);
		file.append(squareWave(1));
		expect(hitBeside(file, both, 1005, "next")).toEqual({ trigger: 2, time: 1010 });
	});
});
