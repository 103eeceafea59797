import { expect, test } from "vitest";
import { TestPi } from "../testing/TestPi.ts";
import { spiBytes } from "./SpiBytes.ts";
import { type SpiMode, SpiSlave } from "./SpiSlave.ts";

const gpios = { cs: 5, sclk: 6, mosi: 12, miso: 13 };

/** A slave that sends 0xc3 first and then what it got, inverted. */
async function start(mode: SpiMode) {
	const pi = await TestPi.start();
	const seen: (number | string)[] = [];
	pi.wire(gpios, (connection) => {
		const target = spiBytes({
			select: () => 0xc3,
			exchange: (byte) => {
				seen.push(byte);
				return ~byte & 0xff;
			},
			release: () => seen.push("released"),
		});
		new SpiSlave(connection, target, mode);
	});
	const { cs, miso, mosi, sclk } = gpios;
	expect(pi.call("openBitBangSpi", { cs, miso, mosi, sclk, baud: 50_000, flags: mode })).toBe(0);
	seen.length = 0;
	const transfer = (...bytes: number[]) =>
		pi.bytes("transferBitBangSpi", { cs, data: Uint8Array.from(bytes) });
	return { pi, seen, transfer };
}

test.each([0, 1, 2, 3] as const)("mode %i: bytes go both ways at once", async (mode) => {
	const { seen, transfer } = await start(mode);
	const bytes = [0x00, 0xff, 0xa5, 0x5a, 0x01, 0x80];
	expect(transfer(...bytes)).toEqual([0xc3, 0xff, 0x00, 0x5a, 0xa5, 0xfe]);
	expect(transfer(0x12)).toEqual([0xc3]);
	expect(seen).toEqual([...bytes, "released", 0x12, "released"]);
});

test("a select released in the middle of a byte drops its bits, and lets go of MISO", async () => {
	const { pi, seen, transfer } = await start(0);
	const { cs, sclk, miso } = gpios;
	pi.call("write", { gpio: cs, level: 0 });
	for (let clock = 0; clock < 5; clock++) {
		pi.call("write", { gpio: sclk, level: 1 });
		pi.call("write", { gpio: sclk, level: 0 });
	}
	pi.call("write", { gpio: cs, level: 1 });
	expect(seen).toEqual(["released"]);
	for (const pull of [1, 2]) {
		pi.call("setPull", { gpio: miso, pull });
		expect(pi.call("read", { gpio: miso })).toBe(pull - 1);
	}
	expect(transfer(0x33, 0)).toEqual([0xc3, 0xcc]);
});

test("clocks without a select are nobody's", async () => {
	const { pi, seen } = await start(0);
	for (let clock = 0; clock < 16; clock++) pi.call("write", { gpio: gpios.sclk, level: clock & 1 });
	expect(seen).toEqual([]);
});
