import { expect, test } from "vitest";
import { BitShifter, selectedHigh } from "../buses/testing/BitShifter.ts";
import type { Lines } from "../devices/lines/Lines.ts";
import type { SpiMode, SpiPin } from "../devices/lines/SpiSlave.ts";
import { TestPi } from "../devices/testing/TestPi.ts";

const gpios = { cs: 5, sclk: 6, mosi: 12, miso: 13 };
const flag = { highActive: 4, sendLowest: 1 << 14, receiveLowest: 1 << 15 };

async function start(flags: number, wrap = (lines: Lines<SpiPin>) => lines) {
	const pi = await TestPi.start();
	let shifter: BitShifter | undefined;
	pi.wire(gpios, (lines) => {
		shifter = new BitShifter(wrap(lines), (flags & 3) as SpiMode);
	});
	expect(pi.call("openBitBangSpi", { ...gpios, baud: 50_000, flags })).toBe(0);
	if (shifter === undefined) throw new Error("not attached");
	shifter.got.splice(0);
	const transfer = (...bytes: number[]) =>
		pi.bytes("transferBitBangSpi", { cs: gpios.cs, data: Uint8Array.from(bytes) });
	return { shifter, transfer };
}

test.each([0, 1, 2, 3])("mode %i: either end of a byte goes first", async (mode) => {
	const given = "11000011 00000001";
	const both = await start(mode);
	both.shifter.gives(given);
	expect(both.transfer(0x0b, 0x80)).toEqual([0xc3, 0x01]);
	expect(both.shifter.got).toEqual(["0000101110000000"]);
	const sent = await start(mode | flag.sendLowest);
	sent.shifter.gives(given);
	expect(sent.transfer(0x0b, 0x80)).toEqual([0xc3, 0x01]);
	expect(sent.shifter.got).toEqual(["1101000000000001"]);
	const received = await start(mode | flag.receiveLowest);
	received.shifter.gives(given);
	expect(received.transfer(0x0b, 0x80)).toEqual([0xc3, 0x80]);
	expect(received.shifter.got).toEqual(["0000101110000000"]);
});

test.each([0, 1, 2, 3])("mode %i: the select can be active high", async (mode) => {
	const { shifter, transfer } = await start(mode | flag.highActive, selectedHigh);
	shifter.gives("10100101");
	expect(transfer(0x3c)).toEqual([0xa5]);
	expect(shifter.got).toEqual(["00111100"]);
});
