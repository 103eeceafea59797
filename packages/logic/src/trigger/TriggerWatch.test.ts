import type { Trigger, TriggerAction, TriggerCondition } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block, type Change } from "../capture/testing/CaptureModel.ts";
import { findLastTriggerHit, findTriggerHits } from "./findTriggerHits.ts";
import { TriggerWatch } from "./TriggerWatch.ts";

const falls = (channel: number): TriggerCondition => ({ kind: "lines", lines: { [channel]: "falling" } });
const trigger = (number: number, condition: TriggerCondition, action: TriggerAction): Trigger => ({
	number,
	name: "",
	enabled: true,
	stages: [{ condition, count: 1 }],
	action,
});
const pause = (count: number, position: number): TriggerAction => ({
	kind: "pause",
	length: { unit: "changes", count },
	position,
});

/** A capture that is fed change after change, each in a block of its own or several in one. */
function setup(...triggers: Trigger[]) {
	const capture = new Capture();
	const watch = new TriggerWatch(capture);
	let number = 0;
	let end = 0;
	let level = 0;
	const feed = (endTime: number, ...changes: Change[]) => {
		capture.append(block({ number: number++, baseTime: end, endTime, firstLevel: level, changes }));
		level = changes.at(-1)?.level ?? level;
		end = endTime;
		return watch.advance();
	};
	feed(0);
	watch.set(triggers);
	return { capture, watch, feed };
}

/** Bit 0 toggles at each multiple of 10 from `first` on, so many times. */
const toggles = (first: number, count: number): Change[] =>
	Array.from({ length: count }, (_, i) => ({ time: first + 10 * i, level: i % 2 === 0 ? 1 : 0 }));

describe("a trigger that pauses", () => {
	it.each([
		["from", 0, 20 + 100],
		["around", 0.5, 20 + 50],
		["to", 1, 20],
	])("does so after exactly as many further changes as piscope's sample %s", (_, position, end) => {
		for (const size of [1, 7, 40]) {
			const { watch, feed } = setup(trigger(1, falls(0), pause(10, position)));
			const pauses = [];
			const changes = toggles(10, 80);
			while (changes.length > 0) {
				const part = changes.splice(0, size);
				const due = feed(part.at(-1)?.time ?? 0, ...part);
				if (due !== undefined) pauses.push(due);
			}
			expect(pauses).toEqual([{ trigger: 1, hit: 1, hitTime: 20, from: position === 0 ? 20 : 0, to: end }]);
			expect(watch.status).toEqual([{ number: 1, phase: "fired", count: 40, lastHit: 800 }]);
			watch.isLive = true;
			expect(watch.status[0]?.phase).toBe("armed");
			expect(feed(1000, ...toggles(810, 20))).toMatchObject({ hit: 41, hitTime: 820 });
		}
	});

	it("is made later, never sooner, by another one", () => {
		const high = (channel: number): TriggerCondition => ({ kind: "lines", lines: { [channel]: "rising" } });
		const three = [
			trigger(1, falls(0), pause(10, 0)),
			trigger(2, high(1), pause(6, 0)),
			trigger(3, high(2), pause(5, 1)),
		];
		const { watch, feed } = setup(...three);
		// Falls at 20; further changes at 30, 40, 50, ...; channel 1 rises at 100, channel 2 at 110.
		const changes = toggles(10, 30).map(({ time, level }) => ({
			time,
			level: level | (time >= 100 ? 2 : 0) | (time >= 110 ? 4 : 0),
		}));
		expect(feed(90, ...changes.filter(({ time }) => time <= 90))).toBeUndefined();
		expect(watch.status.map(({ phase }) => phase)).toEqual(["filling", "armed", "armed"]);
		const due = feed(400, ...changes.filter(({ time }) => time > 90));
		expect(due).toMatchObject({ trigger: 1, hitTime: 20, to: 160 });
		expect(watch.status.map(({ phase }) => phase)).toEqual(["fired", "fired", "fired"]);
	});

	it("does nothing but count while the view is not live, and forgets a countdown that live was left in", () => {
		const { watch, feed } = setup(trigger(1, falls(0), pause(10, 0)));
		feed(25, ...toggles(10, 2));
		watch.isLive = false;
		expect(feed(500, ...toggles(30, 40))).toBeUndefined();
		expect(watch.status[0]).toMatchObject({ count: 21, phase: "fired" });
	});

	it("waits for time as well as for changes", () => {
		const length = { unit: "time", micros: 1000 } as const;
		const { feed } = setup(trigger(1, falls(0), { kind: "pause", length, position: 0.25 }));
		expect(feed(500, ...toggles(300, 2))).toBeUndefined();
		expect(feed(1059)).toBeUndefined();
		expect(feed(1060)).toEqual({ trigger: 1, hit: 1, hitTime: 310, from: 60, to: 1060 });
	});
});

describe("a trigger that keeps segments", () => {
	const keep = (micros: number, kept: number): TriggerAction => ({
		kind: "segment",
		length: { unit: "time", micros },
		position: 0.5,
		keep: kept,
	});

	it("arms itself again when one is complete, and leaves the newest", () => {
		const { watch, feed } = setup(trigger(1, falls(0), keep(50, 2)));
		feed(44, ...toggles(10, 4));
		expect(watch.takeSegments()).toEqual([]);
		expect(watch.status[0]?.phase).toBe("filling");
		feed(200, ...toggles(50, 10));
		// Falls at 20, 40, 60, ... 140; the one at 20 lasts until 45, then that at 60 until 85, then 100, 140.
		expect(watch.takeSegments()).toEqual([
			{ trigger: 1, hit: 5, hitTime: 100, from: 75, to: 125 },
			{ trigger: 1, hit: 7, hitTime: 140, from: 115, to: 165 },
		]);
		expect(watch.takeSegments()).toEqual([]);
		expect(watch.status[0]).toMatchObject({ phase: "armed", count: 7 });
	});
});

describe("TriggerWatch", () => {
	const count: TriggerAction = { kind: "count" };

	it("counts on over changes of name and action, from none when it looks for something else", () => {
		const one = trigger(1, falls(0), count);
		const { watch, feed } = setup(one);
		feed(100, ...toggles(10, 6));
		watch.set([{ ...one, name: "Clock", action: pause(5, 0) }]);
		expect(watch.status[0]).toMatchObject({ count: 3, phase: "armed" });
		watch.set([{ ...one, enabled: false }]);
		feed(200, ...toggles(110, 6));
		expect(watch.status[0]).toMatchObject({ count: 3, phase: "off" });
		watch.set([one]);
		feed(300, ...toggles(210, 6));
		expect(watch.status[0]).toMatchObject({ count: 6, lastHit: 260 });
		watch.clearCounts();
		expect(watch.status[0]).toMatchObject({ count: 0, lastHit: undefined });
		watch.set([trigger(1, falls(1), count)]);
		feed(400, ...toggles(310, 6));
		expect(watch.status[0]?.count).toBe(0);
	});

	it("does not switch on what is incomplete", () => {
		const { watch } = setup();
		const empty = trigger(3, { kind: "lines", lines: {} }, count);
		expect(() => watch.set([empty])).toThrow("Trigger 3: It has no line yet");
		watch.set([{ ...empty, enabled: false }]);
		expect(watch.isIdle).toBe(true);
	});

	it("looks at a report that comes late, once", () => {
		const any = trigger(1, { kind: "lines", lines: { 0: "edge" } }, count);
		const { capture, watch, feed } = setup(any);
		feed(1000, ...toggles(100, 3));
		const late = { baseTime: 400, endTime: 1000, firstLevel: 1, changes: [{ time: 500, level: 0 }] };
		capture.append(block({ number: 2, ...late }));
		watch.advance();
		const next = { baseTime: 1000, endTime: 2000, firstLevel: 0, changes: [{ time: 1500, level: 1 }] };
		capture.append(block({ number: 3, ...next }));
		watch.advance();
		expect(watch.status[0]?.count).toBe(5);
	});

	it("takes a stretch that was dropped before it could be seen for unknown", () => {
		const wide = trigger(1, { kind: "pulse", channel: 0, level: "either", min: 200 }, count);
		const capture = new Capture({ chunkSize: 4, limit: 4 });
		const watch = new TriggerWatch(capture);
		watch.set([wide]);
		capture.append(block({ changes: toggles(10, 2), endTime: 100 }));
		watch.advance();
		capture.append(block({ number: 1, baseTime: 100, endTime: 1000, changes: toggles(500, 20) }));
		watch.advance();
		expect(watch.status[0]?.count).toBe(0);
	});
});

describe("findTriggerHits", () => {
	it("finds the hits of a stretch, the first ones, and the last before a time", () => {
		const capture = new Capture();
		capture.append(block({ changes: toggles(10, 20) }));
		const one = trigger(1, falls(0), { kind: "count" });
		expect(findTriggerHits(capture, one, 60, 121)).toEqual([60, 80, 100, 120]);
		expect(findTriggerHits(capture, one, 61, undefined, 1)).toEqual([80]);
		expect(findLastTriggerHit(capture, one, 60)).toBe(40);
		expect(findLastTriggerHit(capture, one, 20)).toBeUndefined();
		expect(findTriggerHits(new Capture(), one)).toEqual([]);
		const every = { ...one, stages: [{ condition: falls(0), count: 3 }] };
		expect(findTriggerHits(capture, every, 61)).toEqual([120, 180]);
	});
});
