import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goldenMixedStream } from "../../test/goldenCases.ts";
import { ReportParser } from "./ReportParser.ts";
import { ResponseParser } from "./ResponseParser.ts";
import {
	decodeReport,
	encodeReport,
	REPORT_BYTES,
	type Report,
	reportDetail,
	reportFlags,
	reportKind,
} from "./report.ts";

const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const report: fc.Arbitrary<Report> = fc.record({ seqno: u16, flags: u16, tick: u32, level: u32 });

function bytesOf(reports: readonly Report[]): Uint8Array {
	const bytes = new Uint8Array(reports.length * REPORT_BYTES);
	const view = new DataView(bytes.buffer);
	reports.forEach((entry, index) => {
		encodeReport(view, index * REPORT_BYTES, entry);
	});
	return bytes;
}

function parse(chunks: readonly Uint8Array[]): Report[] {
	const parser = new ReportParser();
	const found: Report[] = [];
	for (const chunk of chunks) {
		// An odd byte offset, as chunks of a larger buffer have.
		const shifted = new Uint8Array(chunk.length + 3).subarray(3);
		shifted.set(chunk);
		parser.push(shifted, (view, offset, count) => {
			for (let i = 0; i < count; i++) found.push(decodeReport(view, offset + i * REPORT_BYTES));
		});
	}
	return found;
}

describe("report", () => {
	it("has the byte layout of gpioReport_t", () => {
		const bytes = bytesOf([{ seqno: 1, flags: 0x24, tick: 0xf000_0002, level: 0x8000_0010 }]);
		expect(Buffer.from(bytes).toString("hex")).toBe("01002400020000f010000080");
	});

	it("tells kind and detail by its flags", () => {
		expect(reportKind(0)).toBe("level");
		expect([reportKind(0x24), reportDetail(0x24)]).toEqual(["watchdog", 4]);
		expect(reportKind(0x40)).toBe("keepAlive");
		expect([reportKind(0x9f), reportDetail(0x9f)]).toEqual(["event", 31]);
		for (const kind of ["level", "watchdog", "keepAlive", "event"] as const) {
			expect(reportKind(reportFlags(kind, 31))).toBe(kind);
		}
		expect(reportDetail(reportFlags("watchdog", 17))).toBe(17);
	});
});

describe("ReportParser", () => {
	it("finds the same reports at every pair of splits", () => {
		const reports = [0, 1, 2].map((seqno) => ({ seqno, flags: 0, tick: 5 * seqno, level: 16 + seqno }));
		const bytes = bytesOf(reports);
		for (let first = 0; first <= bytes.length; first++) {
			for (let second = first; second <= bytes.length; second++) {
				const chunks = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
				expect(parse(chunks), `cut at ${first} and ${second}`).toEqual(reports);
			}
		}
	});

	it("finds any reports at any splits", () => {
		fc.assert(
			fc.property(
				fc.array(report, { maxLength: 40 }),
				fc.array(fc.integer({ min: 1, max: 30 })),
				(reports, sizes) => {
					const bytes = bytesOf(reports);
					const chunks: Uint8Array[] = [];
					let offset = 0;
					for (const size of sizes) {
						chunks.push(bytes.subarray(offset, offset + size));
						offset = Math.min(offset + size, bytes.length);
					}
					chunks.push(bytes.subarray(offset));
					expect(parse(chunks)).toEqual(reports);
				},
			),
		);
	});

	it("hands a chunk on whole, without a call for each report", () => {
		const bytes = bytesOf(
			Array.from({ length: 1000 }, (_, seqno) => ({ seqno, flags: 0, tick: 0, level: 0 })),
		);
		const counts: number[] = [];
		new ReportParser().push(bytes, (_view, _offset, count) => counts.push(count));
		expect(counts).toEqual([1000]);
	});
});

describe("a recorded notification socket on which commands were sent", () => {
	it("has whole reports between whole responses", () => {
		const stream = goldenMixedStream();
		let offset = 0;
		const seqnos: number[] = [];
		let responses = 0;
		while (offset < stream.length) {
			const isResponse = stream
				.subarray(offset + 4, offset + 12)
				.every((byte) => byte === 0x11 || byte === 0x22);
			if (isResponse) {
				const [frame] = new ResponseParser().push(stream.subarray(offset, offset + 16));
				expect(frame).toMatchObject({ code: 26, p1: 0x1111_1111, p2: 0x2222_2222, result: 79 });
				responses++;
				offset += 16;
			} else {
				const [report] = parse([stream.subarray(offset, offset + REPORT_BYTES)]);
				seqnos.push(report?.seqno ?? -1);
				offset += REPORT_BYTES;
			}
		}
		expect(responses).toBe(4);
		expect(seqnos).toEqual(seqnos.map((_, index) => index));
	});
});
