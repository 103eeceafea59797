import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileError } from "../Format.ts";
import { recogniseFormat } from "../registry.ts";
import { asText, contentOf, fromText } from "../testing/contentOf.ts";
import { documents } from "../testing/documents.ts";
import { PiscopeReader } from "./PiscopeReader.ts";
import { piscope } from "./piscope.ts";

const head = "#piscope\n#date 2026-07-20 08:29:35\n";
const wall = new Date(2026, 6, 20, 8, 29, 35).getTime();

function reading(text: string) {
	const reader = new PiscopeReader();
	reader.push(fromText(text));
	return { reader, document: reader.end() };
}

function failure(text: string): string {
	try {
		reading(text);
	} catch (error) {
		if (error instanceof FileError) return error.message;
		throw error;
	}
	return "";
}

describe("piscope text", () => {
	it("gives the levels, and when they were by the clock of that day", () => {
		const { document } = reading(`${head}0 F0000003\n17 F0000001\n4294967300 F0000011\n`);
		expect(contentOf(document.capture)).toEqual([
			[0, 0xffff_ffff, 0xf000_0003],
			[17, 0xffff_ffff, 0xf000_0001],
			[4_294_967_300, 0xffff_ffff, 0xf000_0011],
		]);
		expect(document.capture.anchor).toEqual({ time: 0, wall });
		expect(document.channels[17]).toEqual({ channel: 17, name: "GPIO17" });
	});

	it("takes other line ends, lower case, short levels and empty lines", () => {
		const expected = contentOf(reading(`${head}5 0000000A\n9 0000000B\n`).document.capture);
		expect(contentOf(reading(`${head}5 a\n\n9   b`.replaceAll("\n", "\r\n")).document.capture)).toEqual(
			expected,
		);
	});

	it.each([
		["#piscop\n", 'Line 1: A piscope file begins with "#piscope".'],
		["#piscope\n0 1\n", 'Line 2: "#date" was expected.'],
		["#piscope\n", "It ends before its #date."],
		[head, "It holds no samples: there is nothing behind its header."],
		[
			`${head}0 00000001\n5 0000000\n7 000 1\n`,
			'Line 5: "7 000 1" is not a time and a level of up to eight hex digits.',
		],
		[`${head}0 000000001\n`, 'Line 3: "0 000000001" is not a time and a level of up to eight hex digits.'],
		[`${head}0 1\nx\n`, 'Line 4: "x" is not a time and a level of up to eight hex digits.'],
		[`${head}5\n`, 'Line 3: "5" is not a time and a level of up to eight hex digits.'],
		[`${head}1350 1\n1200 0\n`, "Line 4: Time goes back (1200 after 1350)."],
	])("says what is wrong and where: %#", (text, message) => {
		expect(failure(text)).toBe(message);
	});

	it("goes on without a date, and says so", () => {
		const { reader, document } = reading("#piscope\n#date yesterday\n0 1\n");
		expect(document.capture.anchor).toBeUndefined();
		expect(reader.remarks).toHaveLength(1);
	});

	it("is written as piscope writes it", () => {
		const text = `${head}0 F0000003\n17 F0000001\n4294967300 F0000011\n`;
		expect(asText(piscope.write?.(reading(text).document, {}) ?? [])).toBe(text);
	});

	it("is written from the beginning of a range, only with the chosen channels", () => {
		const { document } = reading(`${head}0 F0000003\n17 F0000001\n30 F0000010\n`);
		const chosen = { ...document, channels: document.channels.slice(0, 1) };
		const text = asText(piscope.write?.(chosen, { from: 10, startedAt: wall + 60_000 }) ?? []);
		expect(text).toBe("#piscope\n#date 2026-07-20 08:30:35\n0 00000001\n20 00000000\n");
	});

	it("is read back with the same changes", () => {
		fc.assert(
			fc.property(documents({ unknown: false }), (document) => {
				const { capture } = reading(asText(piscope.write?.(document, {}) ?? [])).document;
				const levels = contentOf(document.capture, 0x8002_0007).map(([time, , level]) => [time, level]);
				expect(contentOf(capture).map(([time, , level]) => [time, level])).toEqual(levels);
			}),
		);
	});

	it("is recognised", () => {
		expect(recogniseFormat(fromText(head), "x.txt")).toBe(piscope);
		expect(recogniseFormat(fromText("#piscope\r\n"), "x")).toBe(piscope);
	});
});
