import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Capture } from "../capture/Capture.ts";
import type { CaptureDocument } from "./Format.ts";
import { recogniseFormat } from "./registry.ts";
import { contentOf, countEdges } from "./testing/contentOf.ts";

/** Opens a file of `fixtures/formats` as a person would, by its name and head. */
function opened(name: string): { document: CaptureDocument; format: string; remarks: readonly string[] } {
	const bytes = readFileSync(new URL(`../../../../fixtures/formats/${name}`, import.meta.url));
	const format = recogniseFormat(bytes.subarray(0, 4096), name);
	const reader = format?.read?.(name);
	if (format === undefined || reader === undefined) throw new Error(`${name} is not recognised`);
	reader.push(bytes);
	return { document: reader.end(), format: format.id, remarks: reader.remarks };
}

/** Times and levels, with the times in microseconds. */
function levels(capture: Capture): number[][] {
	return contentOf(capture).map(([time, , level]) => [time / capture.ticksPerMicro, level]);
}

describe("files of other programs", () => {
	const i2c = opened("i2c.vcd");

	it.each([
		["sigrok.vcd", "vcd"],
		["gtkwave.vcd", "vcd"],
		["sigrok-samples.csv", "csv"],
		["sigrok-changes.csv", "csv"],
		["sigrok-wavedrom.json", "wavejson"],
	])("%s says the same as the file it was made of", (name, id) => {
		const { document, format } = opened(name);
		expect(format).toBe(id);
		expect(document.channels.map((channel) => channel.name)).toEqual(["SCL", "SDA"]);
		expect(levels(document.capture)).toEqual(levels(i2c.document.capture));
		expect(countEdges(document.capture)).toBe(countEdges(i2c.document.capture));
	});

	it("the first edges of Saleae Logic's table are those of the same bus", () => {
		const { document } = opened("saleae.csv");
		expect(levels(document.capture)).toEqual(levels(i2c.document.capture).slice(0, 6));
	});

	it("piscope's two formats say the same", () => {
		const text = opened("piscope.piscope").document.capture;
		const dump = opened("piscope.vcd").document.capture;
		expect(levels(dump)).toEqual(levels(text));
		expect(levels(text).at(-1)).toEqual([4_294_967_505, 0x8000_000c]);
		expect([text.anchor, dump.anchor]).toEqual(
			Array(2).fill({ time: 0, wall: new Date(2026, 6, 20, 8, 29, 35).getTime() }),
		);
	});

	it("pig2vcd says what the reports say, from the second one on", () => {
		const { document, format } = opened("pipe.reports");
		expect(format).toBe("reports");
		const { capture } = document;
		expect(capture.watchdogs.count).toBe(1);
		expect(capture.events.count).toBe(1);
		const dump = opened("pig2vcd.vcd").document.capture;
		expect(levels(dump)).toEqual(
			levels(capture)
				.slice(1)
				.map(([time = 0, level]) => [time - 100, level]),
		);
	});

	it("a simulator's vectors become channels, and what they do not know stays unknown", () => {
		const { document, remarks } = opened("simulator.vcd");
		expect(document.channels.map(({ name }) => name)).toEqual([
			"count[0]",
			"count[1]",
			"count[2]",
			"count[3]",
			"clk",
			"dut.oe",
			"dut.pad",
		]);
		expect(document.capture.ticksPerMicro).toBe(1e5);
		expect(contentOf(document.capture)).toEqual([
			[0, 0b011_0000, 0],
			[100, 0b011_1111, 0b001_0000],
			[200, 0b111_1111, 0b110_0001],
			[250, 0b011_1111, 0b000_0001],
			[300, 0b010_0000, 0],
		]);
		expect(remarks).toEqual(["Left out, being no digital lines: i (integer), level (real)."]);
	});

	it("Icarus Verilog's dump has its vectors, and is unknown while it is switched off", () => {
		const { document, remarks } = opened("iverilog.vcd");
		const names = document.channels.map(({ name }) => name);
		expect(names.slice(11, 19)).toEqual([
			"bus[7]",
			"clk",
			"en",
			"\\odd-name[3]",
			"rev[3]",
			"rev[2]",
			"rev[1]",
			"rev[0]",
		]);
		expect(remarks).toEqual([
			"A capture has 32 channels. Left out for want of room: wide.",
			"Left out, being no digital lines: e (event), n (integer), temp (real).",
		]);
		const { capture } = document;
		expect(capture.ticksPerMicro).toBe(1e4);
		const bus = (time: number) => {
			const { level, known } = capture.levelAt(time);
			return ((known >>> 4) & 0xff) === 0xff ? (level >>> 4) & 0xff : undefined;
		};
		expect([100, 123, 392, 393, 592, 593, 643].map(bus)).toEqual([
			undefined,
			0x5a,
			0x5a,
			undefined,
			undefined,
			0x5a,
			1,
		]);
		expect(capture.levelAt(330).known & (1 << 13)).toBe(0);
	});

	it("GHDL's nine values are high, low or unknown", () => {
		const { document, remarks } = opened("ghdl.vcd");
		expect(document.channels.map(({ name }) => name)).toEqual([
			...["clk", "rst", "q[0]", "q[1]", "q[2]", "q[3]", "up[2]", "up[1]", "up[0]", "b", "f", "pull"],
		]);
		expect(remarks).toEqual(["Left out, being no digital lines: n (integer), r (real)."]);
		const { capture } = document;
		const at = (nanos: number, channel: number) => {
			const { level, known } = capture.levelAt(nanos * 1e6);
			return (known >>> channel) & 1 ? (level >>> channel) & 1 : undefined;
		};
		expect([0, 12, 19].map((time) => at(time, 1))).toEqual([undefined, 1, 0]);
		expect([0, 19, 69].map((time) => at(time, 11))).toEqual([1, 0, undefined]);
		expect([6, 7, 8].map((channel) => at(40, channel))).toEqual([0, undefined, 1]);
	});

	it("a figure of WaveDrom's tutorial gives its lines", () => {
		const { document, remarks } = opened("wavedrom.json5");
		expect(document.channels.map(({ name }) => name)).toEqual(["clk", "req", "ack"]);
		expect(countEdges(document.capture)).toBe(19 + 4 + 2);
		expect(remarks).toHaveLength(2);
	});
});
