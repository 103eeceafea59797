import { expect, test } from "vitest";
import { necRepeatWaveform, necWaveform } from "./nec.ts";

test("a key press carries address and command, each with its complement", () => {
	const edges = necWaveform(0x04, 0x08).edges.slice(1);
	expect(edges.slice(0, 3).map(({ time }) => time)).toEqual([0, 9000, 13500]);
	const bits: number[] = [];
	for (let i = 2; i + 2 < edges.length; i += 2) {
		const space = (edges[i + 2]?.time ?? 0) - (edges[i + 1]?.time ?? 0);
		bits.push(space > 1000 ? 1 : 0);
	}
	expect(bits).toHaveLength(32);
	const bytes = [0, 8, 16, 24].map((from) =>
		bits.slice(from, from + 8).reduce((value, bit, n) => value | (bit << n), 0),
	);
	expect(bytes).toEqual([0x04, 0xfb, 0x08, 0xf7]);
	expect(edges.at(-1)?.level).toBe(1);
	// Each byte and its complement have the same length together, so every key takes 67.5 ms and the last mark.
	expect(necWaveform(0xff, 0x55).length).toBeCloseTo(68_062.5, 6);
});

test("a repeat is one long mark, a short space and one mark", () => {
	expect(necRepeatWaveform().edges.map(({ time, level }) => [time, level])).toEqual([
		[0, 1],
		[0, 0],
		[9000, 1],
		[11_250, 0],
		[11_812.5, 1],
	]);
});
