import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { edges } from "../../capture/search.ts";
import { type CaptureDocument, FileError } from "../Format.ts";
import { joinBytes } from "../zip/ByteQueue.ts";
import { sigrok } from "./sigrok.ts";

/** Reads a file, given in pieces of a size. */
function read(bytes: Uint8Array, size = bytes.length) {
	const reader = sigrok.read?.("file.sr");
	if (reader === undefined) throw new Error("sessions of sigrok can be read");
	for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
	return { document: reader.end(), remarks: reader.remarks };
}

function write(document: CaptureDocument, options = {}): Uint8Array {
	return joinBytes([...(sigrok.write?.(document, options) ?? [])]);
}

/** What a file gives, in one text. */
function outcome(bytes: Uint8Array): string {
	try {
		return [...edges(read(bytes).document.capture, 0, 0, 1e9).times].join();
	} catch (error) {
		return String(error);
	}
}

/** The members of a session with one channel that rises at every fourth of 64 samples. */
const metadata = (rate = "1 MHz", more = "") =>
	`[global]\nsigrok version=0.5.2\n\n[device 1]\ncapturefile=logic-1\ntotal probes=1\nsamplerate=${rate}\ntotal analog=0\nprobe1=CLK\nunitsize=1\n${more}`;
const samples = Uint8Array.from({ length: 64 }, (_, at) => (at >> 1) & 1);
const session = (members: Record<string, Uint8Array | string>): Uint8Array =>
	zipSync(
		Object.fromEntries(
			Object.entries(members).map(([name, content]) => [
				name,
				typeof content === "string" ? strToU8(content) : content,
			]),
		),
	);

describe("reading a session of sigrok", () => {
	test.each([
		["1 MHz", 1],
		["1000000", 1],
		["1000000 Hz", 1],
		["1000 kHz", 1],
		["200 kHz", 1],
		["24 MHz", 1000],
	])("at %s", (rate, ticksPerMicro) => {
		const { document, remarks } = read(
			session({ version: "2", metadata: metadata(rate), "logic-1-1": samples }),
			7,
		);
		expect(document.channels).toEqual([{ channel: 0, name: "CLK" }]);
		expect(document.capture.changes).toBe(31);
		expect(document.capture.ticksPerMicro).toBe(ticksPerMicro);
		const period = rate === "200 kHz" ? 5 : rate === "24 MHz" ? 125 / 3 : 1;
		const { times } = edges(document.capture, 0, 0, 1e9);
		expect([...times]).toEqual(Array.from({ length: 31 }, (_, at) => Math.round((at + 1) * 2 * period)));
		expect(remarks).toHaveLength(rate === "24 MHz" ? 1 : 0);
	});

	test.each([
		[
			"no global section",
			{ metadata: metadata().slice(metadata().indexOf("[device")), "logic-1-1": samples },
		],
		["windows lines", { metadata: metadata().replaceAll("\n", "\r\n"), "logic-1-1": samples }],
		["one member of samples", { version: "1\n", metadata: metadata(), "logic-1": samples }],
		[
			"members that nobody knows",
			{ metadata: metadata("1 MHz", "x=y\n[z]\n"), note: "hello", "logic-1-1": samples },
		],
		["samples before metadata", { "logic-1-1": samples, version: "2", metadata: metadata() }],
		[
			"chunks in the order of a directory",
			{
				metadata: metadata(),
				...Object.fromEntries(
					Array.from({ length: 16 }, (_, at) => `logic-1-${at + 1}`)
						.sort()
						.map((name) => {
							const at = Number(name.slice(8)) - 1;
							return [name, samples.subarray(at * 4, at * 4 + 4)];
						}),
				),
			},
		],
	])("with %s", (_, members) => {
		const { document } = read(session(members as Record<string, Uint8Array | string>), 11);
		expect(document.capture.changes).toBe(31);
		expect(document.capture.endTime).toBe(63);
	});

	test("tells what it leaves out", () => {
		const { document, remarks } = read(
			session({
				metadata: metadata().replace("total analog=0", "total analog=2").replace("samplerate=1 MHz\n", ""),
				"logic-1-1": samples,
				"analog-1-2-1": samples,
			}),
		);
		expect(document.capture.changes).toBe(31);
		expect(remarks).toEqual([
			"Analog channels are left out (2).",
			"The file does not say its sample rate: a sample is shown as 1 µs.",
		]);
	});

	test.each([1, 2, 3, 4, 5])("of %i bytes a sample", (unit) => {
		const bytes = Uint8Array.from(
			{ length: 90 * unit },
			(_, at) => (Math.floor(at / unit / 30) + (at % unit)) * 3,
		);
		const names = Array.from({ length: Math.min(unit * 8, 40) }, (_, at) => `probe${at + 1}=D${at}`).join(
			"\n",
		);
		const text = metadata().replace("probe1=CLK", names).replace("unitsize=1", `unitsize=${unit}`);
		const { document, remarks } = read(session({ metadata: text, "logic-1-1": bytes }), 13);
		expect(document.channels).toHaveLength(Math.min(32, unit * 8));
		expect(remarks).toHaveLength(unit === 5 ? 1 : 0);
		for (const at of [0, 29, 30, 89]) {
			const sample = [0, 1, 2, 3].map((byte) => (byte < unit ? (bytes[at * unit + byte] ?? 0) : 0));
			const word = sample.reduce((sum, byte, place) => sum + byte * 256 ** place, 0);
			expect(document.capture.levelAt(at).level).toBe(word);
		}
	});

	test.each([
		["unitsize", metadata().replace("unitsize=1\n", "")],
		["samplerate", metadata("fast")],
		["device", "[global]\n"],
	])("refuses metadata without a sensible %s", (word, text) => {
		const read1 = () => read(session({ metadata: text, "logic-1-1": samples }));
		expect(read1).toThrow(FileError);
		expect(read1).toThrow(word);
	});

	test("names a missing chunk", () => {
		const bytes = session({ metadata: metadata(), "logic-1-1": samples, "logic-1-3": samples });
		expect(() => read(bytes)).toThrow("logic-1-3: The samples before it (logic-1-2) are missing.");
	});

	test("notices every flipped bit of the samples, and every cut", () => {
		const bytes = session({ version: "2", metadata: metadata(), "logic-1-1": samples });
		for (let cut = 0; cut < bytes.length; cut++)
			expect(() => read(bytes.subarray(0, cut))).toThrow(FileError);
		const start = Buffer.from(bytes).indexOf("logic-1-1") + 9;
		for (let at = start; at < start + 12; at++) {
			const damaged = bytes.slice();
			damaged[at] = (damaged[at] ?? 0) ^ 16;
			// The last byte of packed data has bits that mean nothing.
			if (outcome(damaged) !== outcome(bytes)) expect(() => read(damaged)).toThrow(FileError);
		}
	});
});

/** A capture of three of five channels that changes every few multiples of 5 µs. */
function example(): CaptureDocument {
	const builder = new CaptureBuilder({ anchor: { time: 1000, wall: 1_700_000_000_000 } });
	builder.begin(1003, 0b10010, 0b11111);
	let level = 0b10010;
	for (let at = 0; at < 500; at++) {
		level ^= 1 << ((at * at) % 5);
		builder.change(1005 + 5 * ((at * 7) >> 1), level);
	}
	builder.flush(12_345);
	return {
		capture: builder.capture,
		channels: [
			{ channel: 4, name: "Clock" },
			{ channel: 0, name: "GPIO 0" },
			{ channel: 2, name: "Data" },
		],
		markers: [{ time: 2000, name: "Here", note: "A note." }],
	};
}

describe("writing a session of sigrok", () => {
	test("takes the slowest sampling that keeps every change", () => {
		const { document, remarks } = read(write(example()));
		expect(remarks).toEqual([]);
		const { capture, channels, markers } = document;
		expect(channels.map(({ name }) => name)).toEqual(["Clock", "GPIO 0", "Data"]);
		expect(markers).toEqual([{ time: 1000, name: "Here", note: "A note." }]);
		expect(capture.anchor).toEqual({ time: 0, wall: 1_700_000_000_000 });
		for (const [place, { channel }] of example().channels.entries()) {
			const { times, levels } = edges(example().capture, channel, 0, 1e9);
			expect(edges(capture, place, 0, 1e9)).toEqual({
				times: times.map((time) => time - 1000),
				levels,
				more: false,
			});
		}
	});

	test("refuses what would be absurdly large, with numbers and a remedy", () => {
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		builder.change(1, 1);
		builder.change(3_600_000_000, 0);
		builder.flush();
		const document = { capture: builder.capture, channels: [{ channel: 0, name: "a" }] };
		expect(() => write(document)).toThrow(
			/3\u2009600\.000 s at 1\u2009000\u2009000 Hz are 3\u2009600\u2009000\u2009001 samples/,
		);
		expect(() => write(document)).toThrow("Export a shorter stretch");
	});

	test("packs long quiet stretches to next to nothing", () => {
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		for (let at = 1; at <= 60; at++) builder.change(at * 200_000 + (at % 3), at % 2);
		builder.flush();
		const bytes = write({ capture: builder.capture, channels: [{ channel: 0, name: "a" }] });
		expect(bytes.length).toBeLessThan(100_000);
		expect(read(bytes).document.capture.changes).toBe(60);
	});
});
