import { CaptureBuilder, type SideRecordPage } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { answer } from "./questions.ts";

/** A line that is high from 1.25 to 1.75 µs and from 2.25 µs on, in a capture that counts in 10 ns. */
function finely() {
	const builder = new CaptureBuilder({ ticksPerMicro: 100 });
	builder.begin(0, 0, 1);
	for (const [at, time] of [125, 175, 225].entries()) builder.change(time, (at + 1) % 2);
	builder.flush(400);
	return builder.capture;
}

const none = (): never => {
	throw new RangeError("There is no other capture.");
};

describe("answer", () => {
	it("speaks of microseconds whatever the capture counts in", () => {
		const capture = finely();
		expect(answer(capture, { name: "nextEdge", mask: 1, time: 1.25 }, none)).toBe(1.75);
		expect(answer(capture, { name: "previousEdge", mask: 1, time: 1.25 }, none)).toBeUndefined();
		expect(answer(capture, { name: "pulseAt", channel: 0, time: 1.5 }, none)).toMatchObject({
			level: 1,
			start: 1.25,
			end: 1.75,
			width: 0.5,
			period: 1,
			frequency: 1e6,
			duty: 0.5,
		});
		expect(answer(capture, { name: "heldLevels", mask: 1, time: 1.5 }, none)).toEqual({
			levels: 1,
			start: 1.25,
			end: 1.75,
			before: 0,
			after: 0,
		});
		expect(answer(capture, { name: "columns", from: 1, to: 2, columns: 4 }, none)).toMatchObject({
			from: 1,
			to: 2,
			changed: Uint32Array.of(0, 1, 0, 1),
			endTime: 4,
		});
		expect(answer(capture, { name: "edges", channel: 0, from: 0, to: 4, limit: 9 }, none)).toMatchObject({
			times: Float64Array.of(1.25, 1.75, 2.25),
		});
		expect(answer(capture, { name: "statistics", channels: [0], from: 0, to: 4 }, none)).toMatchObject([
			{ rising: 2, highTime: 2.25, knownTime: 4, meanFrequency: 1e6 },
		]);
	});
	it("searches in microseconds, too", () => {
		const capture = finely();
		const search = { kind: "pulse", channels: 1, level: 1, max: 0.5 } as const;
		expect(
			answer(capture, { name: "find", search, grows: false, from: 0, to: 4, columns: 4 }, none),
		).toMatchObject({ first: 0, count: 1, isComplete: true, columns: Uint8Array.of(0, 1, 0, 0) });
		const match = { start: 1.25, end: 1.75, channel: 0, rank: 0 };
		expect(answer(capture, { name: "matchAt", search, rank: 0 }, none)).toEqual(match);
		expect(answer(capture, { name: "matchBeside", search, time: 1.5, direction: "next" }, none)).toEqual(
			match,
		);
		expect(
			answer(capture, { name: "matchBeside", search, time: 1.75, direction: "previous" }, none),
		).toBeUndefined();
	});

	it("measures in microseconds", () => {
		const capture = finely();
		expect(answer(capture, { name: "measure", channel: 0, from: 0, to: 4 }, none)).toMatchObject({
			rising: 2,
			highTime: 2.25,
			period: { count: 1, mean: 1, min: 1, minAt: 1.25 },
		});
		expect(
			answer(
				capture,
				{ name: "histogram", channel: 0, from: 0, to: 4, kind: "high", step: 0.1, most: 8 },
				none,
			),
		).toMatchObject({ median: 0.5, bins: [{ from: 0.5, to: 0.6, count: 1 }] });
	});

	it("tells of what lies beside the changes in microseconds, a thousand at once", () => {
		const builder = new CaptureBuilder({ ticksPerMicro: 100 });
		builder.begin(0, 0, 1);
		builder.flush(400);
		const { capture } = builder;
		for (let event = 0; event < 2000; event++) capture.events.push(50 + event, event % 32);
		const ask = { name: "sideRecords", kinds: ["event"], rank: 0, limit: 5000, to: 15.5 } as const;
		const page = answer(capture, ask, none) as SideRecordPage;
		expect(page).toMatchObject({ first: 0, end: 1500, later: 500 });
		expect(page.records).toHaveLength(1000);
		expect(page.records[3]).toEqual({ kind: "event", time: 0.53, event: 3 });
	});
});
