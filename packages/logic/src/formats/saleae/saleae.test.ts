import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { edges } from "../../capture/search.ts";
import { FileError } from "../Format.ts";
import { contentOf, joined } from "../testing/contentOf.ts";
import { documents } from "../testing/documents.ts";
import { saleae } from "./saleae.ts";

function read(bytes: Uint8Array, name = "digital_3.bin", size = bytes.length) {
	const reader = saleae.read?.(name);
	if (reader === undefined) throw new Error("exports of Saleae can be read");
	for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
	return { document: reader.end(), remarks: reader.remarks };
}

/** A file as Saleae documents it, byte by byte. */
function file(
	version: number,
	type: number,
	stretches: [level: number, begin: number, end: number, times: number[]][],
) {
	const bytes = new Uint8Array(2000);
	const view = new DataView(bytes.buffer);
	bytes.set(strToU8("<SALEAE>"));
	view.setInt32(8, version, true);
	view.setInt32(12, type, true);
	let at = 16;
	if (version === 1) {
		view.setBigUint64(16, BigInt(stretches.length), true);
		at = 24;
	}
	for (const [level, begin, end, times] of stretches) {
		view.setUint32(at, level, true);
		at += 4;
		for (const value of version === 1 ? [1e6, begin, end] : [begin, end]) {
			view.setFloat64(at, value, true);
			at += 8;
		}
		view.setBigUint64(at, BigInt(times.length), true);
		at += 8;
		for (const time of times) {
			view.setFloat64(at, time, true);
			at += 8;
		}
	}
	return bytes.slice(0, at);
}

describe("reading the binary export of Saleae", () => {
	test("version 0, in any pieces", () => {
		const { document } = read(file(0, 0, [[1, 0.5, 2, [0.75, 1, 1.000000125]]]), "digital_3.bin", 5);
		expect(document.channels).toEqual([{ channel: 3, name: "Channel 3" }]);
		const { capture } = document;
		expect([capture.ticksPerMicro, capture.firstTime, capture.endTime]).toEqual([1000, 5e8, 2e9]);
		expect([...edges(capture, 3, 0, 1e10).times]).toEqual([7.5e8, 1e9, 1e9 + 125]);
		expect(capture.levelAt(6e8)).toEqual({ level: 8, known: 8 });
	});

	test("version 1 with a stretch in which nothing is known", () => {
		const { document } = read(
			file(1, 0, [
				[0, 0, 1, [0.5]],
				[0, 2, 3, [2.5]],
			]),
		);
		expect(contentOf(document.capture)).toEqual([
			[0, 8, 0],
			[5e8, 8, 8],
			[1e9, 0, 0],
			[2e9, 8, 0],
			[2.5e9, 8, 8],
		]);
	});

	test("times before the trigger: a marker stands at zero", () => {
		const { document } = read(file(0, 0, [[0, -0.25, 1, [0]]]));
		expect(document.capture.firstTime).toBe(0);
		expect(document.markers).toEqual([{ time: 250_000, name: "Zero", note: "Time 0 of the file." }]);
	});

	test("a zip of lines that end at different times, and a voltage", () => {
		const zip = zipSync({
			"export/digital_0.bin": file(0, 0, [[0, 0, 1, [0.5]]]),
			"export/digital_7.bin": file(0, 0, [[1, 0, 2, [0.5, 1.5]]]),
			"export/analog_7.bin": file(0, 1, []),
		});
		const { document, remarks } = read(zip, "export.zip", 9);
		expect(document.channels.map(({ channel }) => channel)).toEqual([0, 7]);
		expect(remarks).toEqual(["analog_7.bin has voltages and is left out."]);
		expect(contentOf(document.capture)).toEqual([
			[0, 129, 128],
			[5e8, 129, 1],
			[1e9, 128, 0],
			[1.5e9, 128, 128],
		]);
	});

	test.each([
		["no export", strToU8("hello, hello, hello, hello, hello"), "not a binary export"],
		["nothing", new Uint8Array(0), "not a binary export"],
		["version 2", file(2, 0, []), "Version 2"],
		["voltages", file(0, 1, [[0, 0, 1, []]]), "voltages"],
		["an early end", file(0, 0, [[0, 0, 1, [0.1, 0.2]]]).subarray(0, -3), "after 1 of 2 transitions"],
		["time that goes back", file(0, 0, [[0, 0, 1, [0.2, 0.1]]]), "Time goes back at transition 2"],
		["no number", file(0, 0, [[0, 0, 1, [Number.NaN]]]), "makes no sense"],
	])("refuses %s", (_, bytes, words) => {
		expect(() => read(bytes)).toThrow(FileError);
		expect(() => read(bytes)).toThrow(words);
	});
});

describe("writing the binary export of Saleae", () => {
	test("gives the same content back, unknown stretches too", () => {
		fc.assert(
			fc.property(documents({ ticksPerMicro: 1000 }), fc.integer({ min: 1, max: 300 }), (document, size) => {
				const bytes = joined(saleae.write?.(document, {}) ?? []);
				const mask = document.channels.reduce((bits, { channel }) => bits | (1 << channel), 0);
				const expected = contentOf(document.capture, mask);
				if (expected.every(([, known]) => known === 0)) {
					expect(() => read(bytes)).toThrow(FileError);
					return;
				}
				const { document: again } = read(bytes, "x.zip", size);
				expect(again.channels).toEqual(document.channels);
				const first = expected.findIndex(([, known]) => known !== 0);
				const [start = 0] = expected[first] ?? [];
				const kept = expected.slice(first).map(([time, known, level]) => [time - start, known, level]);
				// What becomes unknown at the very end is the end.
				const end = again.capture.endTime - again.capture.firstTime;
				const got = contentOf(again.capture).filter(([time]) => time < end);
				expect(got).toEqual(kept.filter(([time = 0]) => time < end));
			}),
		);
	});

	test("writes version 0 where a line is known throughout", () => {
		const builder = new CaptureBuilder();
		builder.begin(100, 2, 3);
		builder.change(150, 3);
		builder.know(200, 2, 2);
		builder.flush(300);
		const document = {
			capture: builder.capture,
			channels: [
				{ channel: 0, name: "Data" },
				{ channel: 1, name: "Clock" },
			],
		};
		const members = unzipSync(joined(saleae.write?.(document, {}) ?? []));
		expect(members["digital_1.bin"]).toEqual(file(0, 0, [[1, 0, 0.0002, []]]));
		expect(members["digital_0.bin"]?.[8]).toBe(1);
	});
});
