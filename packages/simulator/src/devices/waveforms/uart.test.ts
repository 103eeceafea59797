import fc from "fast-check";
import { expect, test } from "vitest";
import { levelsAt } from "./levelsAt.ts";
import { type UartFormat, uartWaveform } from "./uart.ts";

const format: UartFormat = { baud: 9600, dataBits: 8, parity: "none", stopBits: 1 };

/** Reads the line as a receiver does: from each start bit, in the middle of each bit. */
function receive(bytes: Uint8Array, { baud, dataBits, parity, stopBits }: UartFormat): number[] {
	const bit = 1e6 / baud;
	const waveform = uartWaveform(bytes, { baud, dataBits, parity, stopBits });
	const at = levelsAt(waveform, "data", 1);
	const character = 1 + dataBits + (parity === "none" ? 0 : 1) + stopBits;
	expect(waveform.length).toBeCloseTo(character * bit * bytes.length, 3);
	return Array.from(bytes, (_, i) => {
		const start = i * character * bit;
		const bits = Array.from({ length: character }, (_, n) => at(start + (n + 0.5) * bit));
		expect(bits[0]).toBe(0);
		expect(bits.slice(-stopBits)).toEqual(Array(stopBits).fill(1));
		const data = bits.slice(1, 1 + dataBits);
		if (parity !== "none") {
			const ones = bits.slice(1, 2 + dataBits).filter((level) => level === 1).length;
			expect(ones % 2).toBe(parity === "even" ? 0 : 1);
		}
		return data.reduce<number>((value, level, n) => value | (level << n), 0);
	});
}

test("a receiver reads the bytes that were sent, in every format", () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 20 }),
			fc.record({
				baud: fc.integer({ min: 50, max: 250_000 }),
				dataBits: fc.integer({ min: 5, max: 8 }),
				parity: fc.constantFrom("none" as const, "even" as const, "odd" as const),
				stopBits: fc.integer({ min: 1, max: 2 }),
			}),
			(bytes, anyFormat) => {
				const mask = (1 << anyFormat.dataBits) - 1;
				expect(receive(bytes, anyFormat)).toEqual(Array.from(bytes, (byte) => byte & mask));
			},
		),
	);
});

test("U at 9600 baud is a square wave", () => {
	const { edges } = uartWaveform(Uint8Array.of(0x55), format);
	expect(edges.map(({ time, level }) => [Math.round(time), level])).toEqual([
		[0, 1],
		[0, 0],
		[104, 1],
		[208, 0],
		[313, 1],
		[417, 0],
		[521, 1],
		[625, 0],
		[729, 1],
		[833, 0],
		[937, 1],
	]);
});
