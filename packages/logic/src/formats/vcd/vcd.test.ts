import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { recogniseFormat } from "../registry.ts";
import { asText, contentOf, countEdges, fromText, joined } from "../testing/contentOf.ts";
import { documents, inOrder } from "../testing/documents.ts";
import { VcdReader } from "./VcdReader.ts";
import { piscopeVcd, vcd } from "./vcd.ts";

function reading(text: string): { reader: FileReader; document: CaptureDocument } {
	const reader = new VcdReader();
	reader.push(fromText(text));
	return { reader, document: reader.end() };
}

const steps = (text: string) => contentOf(reading(text).document.capture);
const names = (text: string) => reading(text).document.channels.map(({ name }) => name);

/** A header with the variables ! and " of one bit. */
const two =
	'$timescale 1 us $end $scope module m $end $var wire 1 ! A $end $var wire 1 " B $end $upscope $end\n$enddefinitions $end\n';

function failure(text: string): string {
	try {
		reading(text);
	} catch (error) {
		if (error instanceof FileError) return error.message;
		throw error;
	}
	return "";
}

describe("reading VCD", () => {
	it("takes a level at the first time for a beginning, not for a change", () => {
		const { capture } = reading(`${two}#0\n$dumpvars\n0!\n1"\n$end\n#7\n1!\n#9\n`).document;
		expect(contentOf(capture)).toEqual([
			[0, 3, 2],
			[7, 3, 3],
		]);
		expect([capture.changes, capture.endTime]).toEqual([1, 9]);
	});

	it("reads several changes on a line, one line for everything, and CRLF", () => {
		const expected = [
			[0, 3, 2],
			[5, 3, 1],
		];
		expect(steps(`${two}#0 0! 1"\n#5 1! 0"\n#9\n`)).toEqual(expected);
		expect(steps(`${two}#0 0! 1" #5 1! 0" #9`.replaceAll("\n", " "))).toEqual(expected);
		expect(steps(`${two}#0\n0!\n1"\n#5\n1!\n0"\n#9\n`.replaceAll("\n", "\r\n"))).toEqual(expected);
	});

	it("begins at the first time where values come before it", () => {
		expect(reading(`${two}$dumpvars 0! 0" $end\n#1000\n1!\n#1005`).document.capture.firstTime).toBe(1000);
		expect(steps(`${two}$dumpvars 0! 0" $end\n#1000\n1!\n#1005`)).toEqual([[0, 3, 1]]);
	});

	it("knows nothing of a line before its first value, nor while it is x or z", () => {
		expect(steps(`${two}#0\n0!\n#5\n1"\n#6\nx!\n#7\nz"\n#8\n1!\n#9`)).toEqual([
			[0, 1, 0],
			[5, 3, 2],
			[6, 2, 2],
			[7, 0, 0],
			[8, 1, 1],
		]);
	});

	it("hides what $dumpoff turns off until $dumpon, and passes over comments anywhere", () => {
		const text = `${two}#0 $dumpvars 0! 1" $end\n$comment 1! #3 $end #5 $dumpoff x! x" $end\n#8 $dumpon 1! 1" $end #9 $dumpall 1! 1" $end`;
		expect(steps(text)).toEqual([
			[0, 3, 2],
			[5, 0, 0],
			[8, 3, 3],
		]);
	});

	it("keeps a pulse without length as two changes", () => {
		expect(reading(`${two}#0\n0!\n0"\n#4\n1!\n0!\n#9`).document.capture.changes).toBe(2);
	});

	it("spreads vectors over channels, the least significant bit first", () => {
		const header =
			"$timescale 1us $end $var wire 4 v data [3:0] $end $var reg 2 w [0:1] x $end $var wire 1 s bit [7] $end $enddefinitions $end\n";
		const text = `${header.replace("[0:1] x", "y [0:1]")}#0\nb101 v\nb1 w\n1s\n#3 bx1 v\n#4 b0 v\nBz0 w\n`;
		expect(names(text)).toEqual(["data[0]", "data[1]", "data[2]", "data[3]", "y[1]", "y[0]", "bit[7]"]);
		expect(reading(text).document.buses).toEqual([
			{ name: "data", channels: [0, 1, 2, 3] },
			{ name: "y", channels: [4, 5] },
		]);
		expect(steps(text)).toEqual([
			[0, 0b111_1111, 0b101_0101],
			[3, 0b111_0001, 0b101_0001],
			[4, 0b101_1111, 0b100_0000],
		]);
	});

	it("says what it leaves out: reals, and what is more than 32 channels", () => {
		const wide = Array.from({ length: 5 }, (_, index) => `$var wire 8 v${index} bus${index} $end`).join("\n");
		const { reader, document } = reading(
			`$timescale 1 ns $end\n${wide}\n$var real 64 r temp $end $var wire 1 ! late $end\n$enddefinitions $end\n#0 r1.5 r b1 v4 b1 v0 1!\n#1`,
		);
		expect(document.channels).toHaveLength(32);
		expect(reader.remarks).toEqual([
			"A capture has 32 channels. Left out for want of room: bus4, late.",
			"Left out, being no digital lines: temp (real).",
		]);
	});

	it.each([
		["1 us", 1, 1],
		["10us", 1, 10],
		["1 s", 1, 1e6],
		["100 ns", 10, 1],
		["5 ns", 1000, 5],
		["1 ps", 1e6, 1],
		["1 fs", 1e9, 1],
	])("counts in %s", (timescale, ticksPerMicro, ticks) => {
		const { capture } = reading(
			`$timescale ${timescale} $end $var wire 1 ! A $end $enddefinitions $end #0 0! #3 1! #4`,
		).document;
		expect([capture.ticksPerMicro, capture.endTime]).toEqual([ticksPerMicro, 4 * ticks]);
	});

	it("takes microseconds where the file does not say, and says so", () => {
		const { reader } = reading("$var wire 1 ! A $end $enddefinitions $end #0 0! #3 1!");
		expect(reader.remarks.join()).toContain("microseconds");
	});

	it("names lines with the scopes that tell them apart, and an alias once", () => {
		const header =
			'$scope module top $end $scope module a $end $var wire 1 ! clk $end $upscope $end $scope module b $end $var wire 1 " clk $end $var wire 1 ! again $end $upscope $end $upscope $end $timescale 1 us $end $enddefinitions $end';
		expect(names(`${header} #0 0! 0"`)).toEqual(["a.clk", "b.clk"]);
	});

	it("reads identifiers of any length", () => {
		const ids = ["!", "ab", "abc", "abcdefg", "abcdefgh"];
		const header = ids.map((id) => `$var wire 1 ${id} ${id} $end`).join("\n");
		expect(
			steps(
				`$timescale 1 us $end ${header} $enddefinitions $end #0 ${ids.map((id) => `0${id}`).join(" ")} #1 1abcdefgh #2 1ab`,
			),
		).toEqual([
			[0, 31, 0],
			[1, 31, 16],
			[2, 31, 18],
		]);
	});

	it("counts on where pig2vcd begins anew after 2^32 us, and knows what it takes for low", () => {
		const text = `$version pig2vcd V1 $end ${two}#4294967290\n1!\n#4\n0!\n#20\n1"`;
		expect(steps(text)).toEqual([
			[0, 3, 1],
			[10, 3, 0],
			[26, 3, 2],
		]);
	});

	it.each([
		[`${two}#1350\n0!\n#1200\n1!`, "Line 5: Time goes back (1200 after 1350)."],
		[`${two}#0\n0!\n#1\n1?\n`, 'Line 6: No variable has the identifier "?".'],
		[`${two}#0\n0!\n#1z\n`, 'Line 5: "#1z" is no time.'],
		[`${two}#0\nq!\n`, 'Line 4: "q!" is no value.'],
		[`${two}#0\nb12 !\n`, 'Line 4: "12" is no vector.'],
		[`${two}#0\n1\n`, "Line 4: A value has no identifier."],
		[`${two}#0\n$var\n`, 'Line 4: "$var" does not belong among the values.'],
		["$timescale 3 parsec $end", 'Line 1: "3 parsec" is no timescale such as 1 us or 100 ns.'],
		[
			"$date today $end\n$var wire 1 ! $end",
			"Line 2: A $var needs a type, a size, an identifier and a name.",
		],
		["hello", 'Line 1: A section such as $var was expected, not "hello".'],
		["$timescale 1 us $end", "The header does not end: there is no $enddefinitions."],
		[two, "It holds no values: there is nothing behind its header."],
		["$timescale 1 us $end $enddefinitions $end #0", "The header declares no digital line."],
		[`${two}#${2 ** 60}\n0!`, `Line 3: Time ${2 ** 60} is beyond what can be counted exactly.`],
	])("says what is wrong and where: %#", (text, message) => {
		expect(failure(text)).toBe(message);
	});

	it("finds the same however the file is cut", () => {
		fc.assert(
			fc.property(documents(), fc.array(fc.integer({ min: 1, max: 60 })), (document, sizes) => {
				const bytes = joined(vcd.write?.(document, {}) ?? []);
				const whole = new VcdReader();
				whole.push(bytes);
				const inPieces = new VcdReader();
				let at = 0;
				for (const size of [...sizes, ...Array<number>(bytes.length).fill(1).slice(0, 300), bytes.length]) {
					inPieces.push(bytes.subarray(at, at + size));
					at = Math.min(at + size, bytes.length);
				}
				const expected = whole.end().capture;
				const { capture } = inPieces.end();
				expect(contentOf(capture)).toEqual(contentOf(expected));
				expect([capture.changes, capture.endTime]).toEqual([expected.changes, expected.endTime]);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("writing VCD", () => {
	it.each([1, 10, 1000])("is read back with the same changes, at %i ticks a microsecond", (ticksPerMicro) => {
		fc.assert(
			fc.property(documents({ ticksPerMicro }), (document) => {
				const { capture, channels } = reading(asText(vcd.write?.(document, {}) ?? [])).document;
				expect(channels.map(({ name }) => name)).toEqual(document.channels.map(({ name }) => name));
				expect(capture.ticksPerMicro).toBe(ticksPerMicro);
				const expected = contentOf(document.capture, 0x8002_0007);
				expect(contentOf(capture)).toEqual(
					expected.map(([time, known, level]) => [time, inOrder(document, known), inOrder(document, level)]),
				);
				expect(countEdges(capture)).toBe(countEdges(document.capture));
			}),
			{ numRuns: 200 },
		);
	});

	it("follows the rules that every reader understands", () => {
		const { document } = reading(`${two}#1000\n0!\n1"\n#1005\n1!\n#1009\nx"\n#1020\n`);
		const channels = [
			{ channel: 0, name: "serial out" },
			{ channel: 1, name: "serial out" },
		];
		const text = asText(
			vcd.write?.({ ...document, channels }, { from: 1002, startedAt: Date.UTC(2026, 10, 20, 12) }) ?? [],
		);
		expect(text.split("\n")).toEqual([
			"$date 2026-11-20T12:00:00.000Z $end",
			"$version gpioscope $end",
			"$comment Time 0 is 2 us after the beginning of the capture. $end",
			"$timescale 1 us $end",
			"$scope module gpio $end",
			"$var wire 1 ! serial_out $end",
			'$var wire 1 " serial_out_2 $end',
			"$upscope $end",
			"$enddefinitions $end",
			"#0",
			"$dumpvars",
			"0!",
			'1"',
			"$end",
			"#3",
			"1!",
			"#7",
			'x"',
			"#18",
			"",
		]);
		expect(reading(text).document.capture.anchor).toEqual({ time: 0, wall: Date.UTC(2026, 10, 20, 12) });
	});

	it("writes a range of a capture", () => {
		const { document } = reading(`${two}#0\n0!\n0"\n#10\n1!\n#20\n1"\n#30\n0!\n#40`);
		const { capture } = reading(asText(vcd.write?.(document, { from: 10, to: 30 }) ?? [])).document;
		expect([contentOf(capture), capture.endTime]).toEqual([
			[
				[0, 3, 1],
				[10, 3, 3],
			],
			20,
		]);
		expect(() => [...(vcd.write?.(document, { from: 100, to: 200 }) ?? [])]).toThrow(FileError);
	});

	it("puts the closing time behind the last change", () => {
		const { document } = reading(`${two}#0\n0!\n0"\n#10\n1!`);
		expect(asText(vcd.write?.(document, {}) ?? [])).toMatch(/#10\n1!\n#11\n$/);
	});
});

describe("VCD as piscope writes it", () => {
	it("has 32 lines with piscope's identifiers, and neither $dumpvars nor an end", () => {
		const { document } = reading(`${two}#5\n0!\n1"\n#8\n1!\n#100`);
		const wall = new Date(2026, 10, 20, 8, 29, 35).getTime();
		const lines = asText(piscopeVcd.write?.(document, { startedAt: wall }) ?? []).split("\n");
		expect(lines.slice(0, 6)).toEqual([
			"$date 2026-11-20 08:29:35 $end",
			"$version piscope V1 $end",
			"$timescale 1 us $end",
			"$scope module top $end",
			"$var wire 1 A 0 $end",
			"$var wire 1 B 1 $end",
		]);
		expect(lines.slice(33, 38)).toEqual(
			[
				"$var wire 1 d 29 $end",
				"$var wire 1 e 30 $end",
				"$var wire 1 f 31 $end",
				"$upscope $end",
				"$enddefinitions $end",
			].slice(0, 5),
		);
		expect(lines.slice(-6)).toEqual(["#0", "0A", "1B", "#3", "1A", ""]);
		const { capture } = reading(lines.join("\n")).document;
		expect(capture.anchor).toEqual({ time: 0, wall });
	});

	it("refuses what is finer than piscope's clock", () => {
		const { document } = reading("$timescale 1 ns $end $var wire 1 ! A $end $enddefinitions $end #0 0!");
		expect(() => piscopeVcd.write?.(document, {})).toThrow("counts whole microseconds");
	});
});

describe("recognising a file", () => {
	it("goes by its head, then by its name", () => {
		expect(recogniseFormat(fromText("\n$version x $end"), "a.txt")).toBe(vcd);
		expect(recogniseFormat(fromText("broken"), "A.VCD")).toBe(vcd);
		expect(recogniseFormat(fromText("broken"), "a.bin")).toBeUndefined();
	});
});
