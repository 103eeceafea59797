import { expect, test } from "vitest";
import { dht22Bytes, dht22Waveform } from "./dht22.ts";

test("bytes are those of the data sheet's examples", () => {
	expect(dht22Bytes(65.2, 35.1)).toEqual([0x02, 0x8c, 0x01, 0x5f, 0xee]);
	expect(dht22Bytes(65.2, -10.1)).toEqual([0x02, 0x8c, 0x80, 0x65, 0x73]);
});

test("the lengths of the high parts are the bits", () => {
	const bytes = dht22Bytes(65.2, 23.4);
	const { edges } = dht22Waveform(bytes, () => 2);
	const highs = edges.flatMap(({ time, level }, i) =>
		level === 1 ? [(edges[i + 1]?.time ?? Number.NaN) - time] : [],
	);
	// The sensor's answer, 40 bits, idle.
	expect(highs).toHaveLength(42);
	const bits = highs.slice(1, 41).map((length) => (length > 50 ? 1 : 0));
	const read = [0, 8, 16, 24, 32].map((from) =>
		bits.slice(from, from + 8).reduce<number>((value, bit) => value * 2 + bit, 0),
	);
	expect(read).toEqual(bytes);
});
