import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onml, renderAny, waveSkin } from "wavedrom";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { FileError } from "../Format.ts";
import { recogniseFormat } from "../registry.ts";
import { asText, contentOf, countEdges, fromText } from "../testing/contentOf.ts";
import { documents, inOrder } from "../testing/documents.ts";
import { vcd } from "../vcd/vcd.ts";
import { WaveJsonReader } from "./WaveJsonReader.ts";
import { waveDrom, waveJson } from "./waveJson.ts";

function reading(text: string) {
	const reader = new WaveJsonReader();
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

/** Two lines: a clock of 10 us, and data that changes 1 us behind it, with a long pause. */
function twoLines() {
	const builder = new CaptureBuilder();
	builder.begin(1000, 0, 3);
	for (let time = 1000; time < 1060; time += 10) {
		builder.change(time, ((time / 10) & 1) | (builder.level & 2));
		if (time % 20 === 0) builder.change(time + 1, builder.level ^ 2);
	}
	builder.change(5000, builder.level ^ 3);
	builder.know(5010, 0, 1);
	builder.flush(5020);
	return {
		capture: builder.capture,
		channels: [
			{ channel: 0, name: "SCL" },
			{ channel: 1, name: "SDA" },
		],
	};
}

describe("WaveJSON", () => {
	it.each([1, 1000])("is read back with the same changes, at %i ticks a microsecond", (ticksPerMicro) => {
		fc.assert(
			fc.property(documents({ ticksPerMicro }), (document) => {
				const { capture, channels } = reading(asText(waveJson.write?.(document, {}) ?? [])).document;
				expect(channels.map(({ name }) => name)).toEqual(document.channels.map(({ name }) => name));
				expect(capture.ticksPerMicro).toBe(ticksPerMicro);
				expect(contentOf(capture)).toEqual(
					contentOf(document.capture, 0x8002_0007).map(([time, known, level]) => [
						time,
						inOrder(document, known),
						inOrder(document, level),
					]),
				);
				expect(countEdges(capture)).toBe(countEdges(document.capture));
				expect(capture.endTime).toBe(document.capture.endTime - document.capture.firstTime);
			}),
		);
	});

	it("has a letter for each change, and even columns where that takes few", () => {
		const even = JSON.parse(asText(waveJson.write?.(twoLines(), { to: 1050 }) ?? []));
		expect(even.gpioscope).toEqual({ ticksPerMicro: 1, step: 1, end: 50 });
		expect(even.signal[0].wave).toHaveLength(51);
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		builder.change(7, 1);
		builder.change(1e9, 0);
		builder.flush();
		const sparse = { capture: builder.capture, channels: [{ channel: 0, name: "A" }] };
		expect(JSON.parse(asText(waveJson.write?.(sparse, { startedAt: 0 }) ?? []))).toEqual({
			signal: [{ name: "A", wave: "010" }],
			gpioscope: { ticksPerMicro: 1, times: [0, 7, 1e9], end: 1e9, start: "1970-01-01T00:00:00.000Z" },
		});
	});

	it("of others: clocks, periods, phases, groups and JSON5", () => {
		const text = `// by hand
		{ signal: [
			{ name: 'clk', wave: 'p..' }, {},
			['bus', { name: 'dat', wave: '01x', period: 2, phase: 0.5 }, { name: 'val', wave: '=.3', data: ['a'] }],
		], head: { text: 'x' }, }`;
		const { reader, document } = reading(text);
		expect(document.channels.map(({ name }) => name)).toEqual(["clk", "bus.dat"]);
		expect(contentOf(document.capture)).toEqual([
			[0, 3, 1],
			[500, 3, 0],
			[1000, 3, 1],
			[1500, 3, 2],
			[2000, 3, 3],
			[2500, 3, 2],
			[3500, 1, 0],
		]);
		expect(document.capture.endTime).toBe(5500);
		expect(reader.remarks).toEqual([
			"Left out, being no digital lines: bus.val.",
			"The file does not say how long a column lasts: each is read as 1 µs.",
		]);
	});

	it.each([
		["{}", 'There is no "signal" in it, so that this is no WaveJSON.'],
		["{ signal: [\n{ name: 'a' wave: '1' }] }", "Line 2: It is no JSON: invalid character 'w' at 2:13."],
		["{ signal: [{ name: 'a', wave: '2.3' }] }", "It has no digital line."],
	])("says what is wrong: %#", (text, message) => {
		expect(failure(text)).toBe(message);
	});

	it("is recognised", () => {
		expect(recogniseFormat(fromText('{ "signal": [] }'), "x")).toBe(waveJson);
		expect(recogniseFormat(fromText("{signal: []}"), "x.json5")).toBe(waveJson);
		expect(recogniseFormat(fromText("[1]"), "x.json")).toBeUndefined();
	});
});

describe("a WaveDrom figure", () => {
	it("begins a column with every change and cuts long stretches short", () => {
		const figure = JSON.parse(asText(waveDrom.write?.(twoLines(), {}) ?? []));
		expect(figure.signal).toEqual([
			{ name: "SCL", wave: "0..1.0..1.0..1......|.0..." },
			{ name: "SDA", wave: "01....0....1........|.0.x." },
		]);
		expect([figure.head.text, figure.foot.text]).toEqual(["4.020\u00a0ms", "a column is about 5\u00a0µs"]);
	});

	it("is drawn by WaveDrom", () => {
		const figure = JSON.parse(asText(waveDrom.write?.(twoLines(), {}) ?? []));
		const svg = onml.stringify(renderAny(0, figure, waveSkin));
		expect(svg).toMatch(/^<svg.*SCL.*SDA.*<\/svg>$/s);
	});

	it("refuses what fits on no page", () => {
		const rows = Array.from({ length: 300 }, (_, index) => `#${index}\n${index & 1}!`).join("\n");
		const reader = vcd.read?.("x");
		reader?.push(fromText(`$timescale 1 us $end $var wire 1 ! A $end $enddefinitions $end\n${rows}\n`));
		const document = reader?.end();
		expect(() => [...((document && waveDrom.write?.(document, {})) ?? [])]).toThrow(
			"choose a shorter stretch",
		);
	});
});
