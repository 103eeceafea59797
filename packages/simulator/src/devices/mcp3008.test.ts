import { expect, test } from "vitest";
import { controlOf } from "./testing/controlOf.ts";
import { TestPi } from "./testing/TestPi.ts";

const gpios = { cs: 8, sclk: 11, mosi: 10, miso: 9 };

async function start(options: Record<string, unknown> = {}, flags = 0) {
	const pi = await TestPi.start();
	const device = pi.attach("mcp3008", gpios, { noise: 0, ...options });
	const { cs, miso, mosi, sclk } = gpios;
	expect(pi.call("openBitBangSpi", { cs, miso, mosi, sclk, baud: 50_000, flags })).toBe(0);
	const transfer = (...bytes: number[]) =>
		pi.bytes("transferBitBangSpi", { cs, data: Uint8Array.from(bytes) });
	/** The three bytes most programs use. */
	const convert = (channel: number, isSingle = true) => {
		const [, high = 0, low = 0] = transfer(1, (isSingle ? 0x80 : 0) | (channel << 4), 0);
		return ((high & 3) << 8) | low;
	};
	const set = (channel: number, volts: number) => controlOf(device, `channel${channel}`, "number").set(volts);
	return { pi, convert, set, transfer };
}

test.each([0, 3])("every channel gives its voltage, in mode %i", async (mode) => {
	const { convert, set } = await start({}, mode);
	for (let channel = 0; channel < 8; channel++) set(channel, channel * 0.4);
	const seen = Array.from({ length: 8 }, (_, channel) => convert(channel));
	expect(seen).toEqual(Array.from({ length: 8 }, (_, channel) => Math.floor((channel * 0.4 * 1024) / 3.3)));
	set(0, 5);
	expect(convert(0)).toBe(1023);
});

test("differential pairs give their difference, and 0 for a negative one", async () => {
	const { convert, set } = await start({ reference: 5 });
	set(2, 3);
	set(3, 1);
	expect(convert(2, false)).toBe(Math.floor((2 * 1024) / 5));
	expect(convert(3, false)).toBe(0);
});

test("the start bit may stand anywhere; the null bit is low and the bits come back up", async () => {
	const { set, transfer } = await start();
	set(5, (0x2d3 * 3.3) / 1024 + 0.001);
	// Start, single, channel 5 at once: 1 1 101, a clock to sample, the null bit, ten bits, and nine again upwards.
	const bits = transfer(0b1110_1000, 0, 0, 0)
		.map((byte) => byte.toString(2).padStart(8, "0"))
		.join("");
	const down = (0x2d3).toString(2);
	expect(bits.slice(6)).toBe(`0${down}${[...down.slice(0, -1)].reverse().join("")}`.padEnd(26, "0"));
});

test("a conversion cut short leaves no trace in the next", async () => {
	const { pi, convert, set } = await start();
	set(1, 2);
	const before = convert(1);
	const { cs, mosi, sclk } = gpios;
	pi.call("write", { gpio: cs, level: 0 });
	pi.call("write", { gpio: mosi, level: 1 });
	for (let clock = 0; clock < 6; clock++) pi.call("write", { gpio: sclk, level: clock & 1 });
	pi.call("write", { gpio: cs, level: 1 });
	pi.call("write", { gpio: sclk, level: 0 });
	expect(convert(1)).toBe(before);
});

test("noise moves a result by its steps and no further", async () => {
	const { convert } = await start({ noise: 2, volts: [1.65] });
	const seen = new Set(Array.from({ length: 60 }, () => convert(0)));
	expect(seen.size).toBeGreaterThan(2);
	for (const value of seen) expect(Math.abs(value - 512)).toBeLessThanOrEqual(3);
});
