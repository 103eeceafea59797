import { encodeReport, REPORT_BYTES, reportFlags } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseFormat } from "../registry.ts";
import { contentOf, countEdges, joined } from "../testing/contentOf.ts";
import { documents } from "../testing/documents.ts";
import { ReportsReader } from "./ReportsReader.ts";
import { reports } from "./reports.ts";

type Row = readonly [tick: number, level: number, flags?: number, seqno?: number];

function bytesOf(rows: readonly Row[]): Uint8Array {
	const bytes = new Uint8Array(rows.length * REPORT_BYTES);
	const view = new DataView(bytes.buffer);
	for (const [index, [tick, level, flags = 0, seqno = index]] of rows.entries())
		encodeReport(view, index * REPORT_BYTES, { seqno, flags, tick: tick % 2 ** 32, level });
	return bytes;
}

function reading(bytes: Uint8Array, cut = bytes.length) {
	const reader = new ReportsReader();
	for (let at = 0; at < bytes.length; at += cut) reader.push(bytes.subarray(at, at + cut));
	return { reader, document: reader.end() };
}

describe("raw reports", () => {
	it("count on where the clock begins anew", () => {
		const { capture } = reading(
			bytesOf([
				[2 ** 32 - 10, 1],
				[2 ** 32 + 5, 3],
				[2 ** 32 + 9, 2],
			]),
		).document;
		expect(contentOf(capture).map(([time, , level]) => [time, level])).toEqual([
			[0, 1],
			[15, 3],
			[19, 2],
		]);
	});

	it("keep watchdogs and events as points, and pass over keep-alives", () => {
		const { capture } = reading(
			bytesOf([
				[100, 1],
				[150, 1, reportFlags("watchdog", 4)],
				[160, 1, reportFlags("keepAlive")],
				[170, 1, reportFlags("event", 31)],
			]),
		).document;
		expect([capture.changes, capture.endTime]).toEqual([0, 170]);
		expect(capture.watchdogs.between(0, 1000, 0)).toEqual([{ time: 150, detail: 4 }]);
		expect(capture.events.between(0, 1000, 0)).toEqual([{ time: 170, detail: 31 }]);
	});

	it("have a gap where numbers are missing", () => {
		const { reader, document } = reading(
			bytesOf([
				[100, 1],
				[200, 0, 0, 1],
				[300, 1, 0, 9],
				[400, 0, 0, 10],
			]),
		);
		expect(document.capture.gaps()).toEqual([{ from: 201, to: 300, lost: 7, cause: "reportsLost" }]);
		expect(countEdges(document.capture)).toBe(2);
		expect(reader.remarks).toHaveLength(1);
	});

	it("say what is wrong", () => {
		expect(() => reading(new Uint8Array(5))).toThrow("It holds no report");
		expect(() =>
			reading(
				bytesOf([
					[1350, 1],
					[1200, 0],
				]),
			),
		).toThrow("Byte 12: Time goes back (tick 1200 after 1350).");
		expect(reading(joined([bytesOf([[1, 1]]), new Uint8Array(3)])).reader.remarks[0]).toContain("3 bytes");
	});

	it("are written and read back with the same changes, however they are cut", () => {
		fc.assert(
			fc.property(documents({ unknown: false }), fc.integer({ min: 1, max: 50 }), (document, cut) => {
				const { capture } = reading(joined(reports.write?.(document, {}) ?? []), cut).document;
				const levels = contentOf(document.capture, 0x8002_0007).map(([time, , level]) => [time, level]);
				expect(contentOf(capture).map(([time, , level]) => [time, level])).toEqual(levels);
				expect(countEdges(capture)).toBe(countEdges(document.capture));
				expect(capture.endTime - capture.firstTime).toBe(
					document.capture.endTime - document.capture.firstTime,
				);
			}),
			// Hours of silence are many reports.
			{ numRuns: 40 },
		);
	});

	it("tell gaps and points again", () => {
		const hour = 3600e6;
		const first = reading(
			bytesOf([
				[100, 1],
				[200, 0],
				[hour / 2, 1, 0, 9],
				[hour / 2 + 5, 1, reportFlags("watchdog", 7), 10],
				[hour / 2 + 50, 0, reportFlags("event", 3), 11],
			]),
		).document.capture;
		const document = { capture: first, channels: [{ channel: 0, name: "A" }] };
		const { capture } = reading(joined(reports.write?.(document, {}) ?? [])).document;
		expect(capture.gaps()).toMatchObject([{ from: 201, to: hour / 2, cause: "reportsLost" }]);
		expect(capture.watchdogs.between(0, hour, 0)).toEqual(first.watchdogs.between(0, hour, 0));
		expect(capture.events.between(0, hour, 0)).toEqual(first.events.between(0, hour, 0));
	});

	it("are recognised by their numbers, without a name", () => {
		const bytes = bytesOf(Array.from({ length: 20 }, (_, index) => [index * 7, index & 1] as const));
		expect(recogniseFormat(bytes, "pigpio0")).toBe(reports);
		expect(recogniseFormat(new Uint8Array(240), "zeros.bin")).toBeUndefined();
	});
});
