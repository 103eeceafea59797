import { crc32 } from "@gpioscope/protocol";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import { type CaptureDocument, FileError, type Format } from "./Format.ts";
import { formats } from "./registry.ts";
import { CHECKED_FROM, encodeFrame, FRAME_MAGIC, frameHeader } from "./session/frame.ts";
import { contentOf, countEdges, fromText, joined } from "./testing/contentOf.ts";
import { documents } from "./testing/documents.ts";

function formatOf(id: string): Format {
	const format = formats.find((one) => one.id === id);
	if (format === undefined) throw new Error(`There is no format ${id}.`);
	return format;
}

function read(
	id: string,
	bytes: Uint8Array,
	size = 1000,
): { document: CaptureDocument; remarks: readonly string[] } {
	const format = formatOf(id);
	const reader = format.read?.(`file.${format.extensions[0]}`);
	if (reader === undefined) throw new Error(`${id} is not read.`);
	for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
	return { document: reader.end(), remarks: reader.remarks };
}

/** A VCD file of two lines, a (!) and b ("). */
const vcd = (values: string, header = "") =>
	`$timescale 1 us $end\n$scope module top $end\n$var wire 1 ! a $end\n$var wire 1 " b $end\n${header}$upscope $end\n$enddefinitions $end\n${values}`;
const csv = (rows: string) => `Time [s],A\n0,0\n${rows}`;
const wave = (signal: string) => `{"signal":${signal}}`;

describe("a file that makes no sense is refused, with the place and the reason", () => {
	it.each([
		["vcd", vcd("#10\n0!\n#5\n1!\n"), "Line 9: Time goes back (5 after 10)."],
		[
			"vcd",
			vcd("#0\n0!\n#99999999999999999999\n1!\n"),
			/^Line 9: Time 1\d* is beyond what can be counted exactly\.$/,
		],
		["vcd", vcd("#-5\n0!\n"), 'Line 7: "#-5" is no time.'],
		["vcd", vcd("#0\n0?\n"), 'Line 8: No variable has the identifier "?".'],
		["vcd", vcd("#0\nb01"), "Line 9: The file was cut off: the last value has no identifier."],
		["vcd", vcd("#0\npD 6 0 <0\n"), 'Line 8: "pD" is no value.'],
		["vcd", vcd(""), "It holds no values: there is nothing behind its header."],
		["vcd", vcd(`#0\nb${"1".repeat(2 ** 21)} !\n`), /^Byte \d+: A line is longer than 1 MB/],
		["vcd", "$var wire 1 !", "The header does not end: there is no $enddefinitions."],
		["csv", csv("1e300,1\n"), "Line 3: Time Infinity is beyond what can be counted exactly."],
		["csv", csv("-1,1\n"), "Line 3: Time goes back (-1 after 0)."],
		["csv", csv("1\n"), "Line 3: It has 1 cells, not 2."],
		["csv", csv("abc,1\n"), 'Line 3: "abc" is no time.'],
		["csv", csv(`1,${"0".repeat(2 ** 21)}\n`), /^Byte \d+: A line is longer than 1 MB/],
		["csv", "", "It holds no rows."],
		["wavejson", wave("[".repeat(1e5) + "]".repeat(1e5)), "Its groups lie more than 100 deep in each other."],
		[
			"wavejson",
			wave('[{"name":"a","wave":"01","period":1e308}]'),
			"A period of 1e+308 columns makes no sense.",
		],
		["wavejson", "[".repeat(1e5), /^Line 1: It is no JSON/],
		["wavejson", "null", 'There is no "signal" in it, so that this is no WaveJSON.'],
		["piscope", "#piscope\n#date x\n5 0\n4 1\n", "Line 4: Time goes back (4 after 5)."],
	] as const)("%s %#", (id, text, message) => {
		expect(() => read(id, fromText(text))).toThrow(FileError);
		expect(() => read(id, fromText(text))).toThrow(message);
	});
});

describe("what is only unusual is read", () => {
	const changes: [string, string][] = [
		["vcd", vcd('#0\n0!\n1"\n#5\n1!\n').replaceAll("\n", "\r\n")],
		["vcd", vcd('#0\n0!\n1"\n#5\n1!\n').replaceAll(" ", "\t")],
		["vcd", vcd('#0 0! 1" #5 1!').replaceAll("\n", " ")],
		["vcd", `\uFEFF${vcd('#0\n0!\n1"\n#5\n1!\n')}`],
		["vcd", vcd('#0\n0!\n1"\n#5\n1!\ns_ s\nr1e-3 r\n', "$var string 0 s x $end\n$var real 64 r y $end\n")],
		["vcd", vcd('#0\n0!\n1"\n#5\n1!\n', "$var wire 1 ! again $end\n")],
		["vcd", vcd('#0\n$comment #3 1! $end\n0!\n1"\n#5\n1!\n')],
		["vcd", "$scope module deep $end\n".repeat(1e4) + vcd('#0\nL!\nH"\n#5\nH!\n')],
		["csv", '\uFEFF"Time [s]";"A, of; it"\r\n"0,0";"0"\r\n# said in between\r\n"0,000005";1\r\n'],
		["csv", "; of sigrok\n; Samplerate: 200 kHz\nlogic\n0\n1\n"],
		["piscope", "#piscope\r\n#date 2026-07-20 08:29:35\r\n\r\n0 0\r\n5 1\r\n"],
	];
	it.each(changes)("%s %#", (id, text) => {
		for (const size of [1, 7, 1000]) {
			const { capture } = read(id, fromText(text), size).document;
			expect(capture.changes).toBe(1);
			expect((contentOf(capture)[1]?.[0] ?? 0) / capture.ticksPerMicro).toBe(5);
		}
	});

	it("VCD that is switched off is unknown, not low", () => {
		const text = vcd('#0\n1!\n1"\n#5\n$dumpoff\nx!\nx"\n$end\n#9\n$dumpon\n1!\n0"\n$end\n#20\n');
		const { capture } = read("vcd", fromText(text)).document;
		expect(contentOf(capture)).toEqual([
			[0, 3, 3],
			[5, 0, 0],
			[9, 3, 1],
		]);
		expect(countEdges(capture)).toBe(0);
	});
});

describe("a zip", () => {
	const text = "[device 1]\ncapturefile=logic-1\ntotal probes=1\nsamplerate=1 MHz\nprobe1=A\nunitsize=1\n";
	const members = { version: fromText("2"), metadata: fromText(text) };

	it("is unpacked bit by bit, however much it holds", () => {
		const samples = new Uint8Array(2 ** 24 + 2);
		samples[2 ** 23] = 1;
		const bytes = zipSync({ ...members, "logic-1-1": samples });
		expect(bytes.length).toBeLessThan(2 ** 17);
		expect(read("sigrok", bytes, bytes.length).document.capture.endTime).toBe(2 ** 24 + 1);
		const large = zipSync({ version: fromText("2"), metadata: samples });
		expect(() => read("sigrok", large)).toThrow("metadata: It is far too long.");
	});

	it("whose members share their bytes is refused", () => {
		const bytes = zipSync(
			{ "logic-1-1": new Uint8Array(100), "logic-1-2": new Uint8Array(100), ...members },
			{ level: 0 },
		);
		const view = new DataView(bytes.buffer);
		const entries: number[] = [];
		for (let at = 0; at + 4 <= bytes.length; at++)
			if (view.getUint32(at, true) === 0x0201_4b50) entries.push(at);
		// The second member of the directory lies where the first one does.
		view.setUint32((entries[1] ?? 0) + 42, view.getUint32((entries[0] ?? 0) + 42, true), true);
		expect(() => read("sigrok", bytes)).toThrow("lies where another member does");
	});
});

/** The frames of a session, each with its header. */
function framesOf(bytes: Uint8Array): Uint8Array[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const starts: number[] = [];
	for (let at = 8; at < bytes.length; ) {
		starts.push(at);
		expect(view.getUint32(at, true)).toBe(FRAME_MAGIC);
		at += frameHeader.bytes + view.getUint32(at + frameHeader.length, true);
	}
	return starts.map((start, index) => bytes.slice(start, starts[index + 1]));
}

describe("a session", () => {
	const [document] = fc.sample(documents(), { seed: 7, numRuns: 1 });
	const whole = joined(formatOf("session").write?.(document as CaptureDocument, {}) ?? []);

	it("of which a part was taken out says so", () => {
		const frames = framesOf(whole);
		expect(frames.length).toBeGreaterThan(4);
		const { remarks } = read(
			"session",
			joined([whole.subarray(0, 8), ...frames.filter((_, at) => at !== 2)]),
		);
		expect(remarks).toEqual([expect.stringMatching(/^1 of the \d+ parts of the file are missing/)]);
	});

	test("whose blocks are nonsense under a right checksum is a document or a FileError", () => {
		const frames = framesOf(whole);
		const edit = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }));
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
				const changed = frames.map((frame) => frame.slice());
				for (const [which, place, byte] of edits) {
					const frame = changed[which % changed.length] as Uint8Array;
					const at = frameHeader.bytes + (place % (frame.length - frameHeader.bytes));
					frame[at] = byte;
					new DataView(frame.buffer).setUint32(frameHeader.checksum, crc32(frame, CHECKED_FROM), true);
				}
				try {
					const { capture } = read("session", joined([whole.subarray(0, 8), ...changed])).document;
					expect(Number.isSafeInteger(capture.endTime)).toBe(true);
					contentOf(capture);
				} catch (error) {
					if (!(error instanceof FileError)) throw error;
				}
			}),
			{ numRuns: 500, endOnFailure: true },
		);
	});

	it("with two heads is refused", () => {
		const head = framesOf(whole)[0] as Uint8Array;
		expect(() => read("session", joined([whole.subarray(0, 8), head, head]))).toThrow("two heads");
		expect(() => read("session", joined([whole.subarray(0, 8), encodeFrame(1, fromText("[1]"))]))).toThrow(
			"Head of the session: It is not a JSON object.",
		);
	});
});
