import type { Trigger } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { block } from "../capture/testing/CaptureModel.ts";
import { SegmentBacklog } from "./SegmentBacklog.ts";

const CHANGES = 600_000;

/** A capture in which one line changes every microsecond. */
function busy(): Capture {
	const capture = new Capture();
	const times = Uint32Array.from({ length: CHANGES }, (_, index) => index + 1);
	const levels = times.map((time) => time & 1);
	capture.append({ ...block({ endTime: CHANGES + 1 }), times, levels, count: CHANGES });
	return capture;
}

const trigger = (keep: number): Trigger => ({
	number: 1,
	name: "",
	enabled: true,
	stages: [{ condition: { kind: "lines", lines: { 0: "rising" } }, count: 1 }],
	action: { kind: "segment", length: { unit: "changes", count: CHANGES }, position: 1, keep },
});

const stretches = (count: number, first = 1) =>
	Array.from({ length: count }, (_, index) => {
		const hitTime = CHANGES - count + index;
		return { trigger: 1, hit: first + index, hitTime, from: 0, to: hitTime };
	});

describe("SegmentBacklog", () => {
	it("hands out a part of them at a time, in order", () => {
		const backlog = new SegmentBacklog();
		const capture = busy();
		backlog.take("Ann", [trigger(10)], stretches(5));
		const turns: number[][] = [];
		while (backlog.isBusy) turns.push(Array.from(backlog.next(capture), ({ stretch: { hit } }) => hit));
		expect(turns).toEqual([[1, 2], [3, 4], [5]]);
	});

	it("leaves out what would not stay, each owner's for itself, and what is not to be kept", () => {
		const backlog = new SegmentBacklog();
		const capture = new Capture();
		capture.append(block({ endTime: CHANGES }));
		backlog.take("Ann", [trigger(2)], stretches(5));
		backlog.take("Bob", [trigger(2)], stretches(1));
		backlog.take("Ann", [trigger(2)], stretches(1, 6));
		backlog.take("Cid", [], stretches(3));
		const due = Array.from(backlog.next(capture), ({ owner, stretch: { hit } }) => [owner, hit]);
		expect(due).toEqual([
			["Ann", 5],
			["Bob", 1],
			["Ann", 6],
		]);
	});

	it("leaves out what the capture has dropped meanwhile, in part or all", () => {
		const backlog = new SegmentBacklog();
		const capture = new Capture();
		capture.append(block({ baseTime: CHANGES - 2, endTime: CHANGES }));
		backlog.take("Ann", [trigger(9)], stretches(4));
		const due = Array.from(backlog.next(capture), ({ stretch: { hit, from } }) => [hit, from]);
		expect(due).toEqual([
			[3, CHANGES - 2],
			[4, CHANGES - 2],
		]);
	});
});
