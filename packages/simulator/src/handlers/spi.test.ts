import { expect, test } from "vitest";
import { modes } from "../board/powerOn.ts";
import { BitShifter, selectedHigh } from "../buses/testing/BitShifter.ts";
import type { Level } from "../devices/Device.ts";
import type { Lines } from "../devices/lines/Lines.ts";
import type { SpiMode, SpiPin } from "../devices/lines/SpiSlave.ts";
import { TestPi } from "../devices/testing/TestPi.ts";

const main = { cs: 8, sclk: 11, mosi: 10, miso: 9 };
const auxiliary = { cs: 18, sclk: 21, mosi: 20, miso: 19 };
const flag = { auxiliary: 1 << 8, threeWire: 1 << 9, sendLowest: 1 << 14, receiveLowest: 1 << 15 };
const bitsFlag = (bits: number) => bits << 16;
const reserve = (channel: number) => 1 << (5 + channel);
const highActive = (channel: number) => 1 << (2 + channel);

async function start(
	pins: Record<SpiPin, number>,
	flags = 0,
	{ channel = 0, baud = 100_000, wrap = (lines: Lines<SpiPin>) => lines } = {},
) {
	const pi = await TestPi.start();
	let shifter: BitShifter | undefined;
	pi.wire(pins, (lines) => {
		shifter = new BitShifter(wrap(lines), (flags & 3) as SpiMode);
	});
	expect(pi.raw(71, channel, baud, new Uint8Array(Uint32Array.of(flags).buffer))).toBe(0);
	if (shifter === undefined) throw new Error("not attached");
	const transfer = (...bytes: number[]) =>
		pi.bytes("transferSpi", { handle: 0, data: Uint8Array.from(bytes) });
	// Opening may move the lines before the clock rests as the mode has it.
	shifter.got.splice(0);
	return { pi, shifter, transfer };
}

test.each([0, 1, 2, 3])("main interface, mode %i: bytes go both ways at once", async (mode) => {
	const { pi, shifter, transfer } = await start(main, mode);
	shifter.gives("11000011 00000001 10000000");
	expect(transfer(0xa5, 0x01, 0x80)).toEqual([0xc3, 0x01, 0x80]);
	shifter.gives("01010101");
	expect(pi.bytes("readSpi", { handle: 0, count: 1 })).toEqual([0x55]);
	expect(pi.call("writeSpi", { handle: 0, data: Uint8Array.of(0x0f, 0xf0) })).toBe(2);
	expect(shifter.got).toEqual(["101001010000000110000000", "00000000", "0000111111110000"]);
});

test.each([0, 1, 2, 3])("auxiliary interface, mode %i", async (mode) => {
	const { shifter, transfer } = await start(auxiliary, flag.auxiliary | mode);
	shifter.gives("11000011 00000001");
	expect(transfer(0xa5, 0x01)).toEqual([0xc3, 0x01]);
	expect(shifter.got).toEqual(["1010010100000001"]);
});

test.each([
	["main CE1", { ...main, cs: 7 }, 0, 1],
	["auxiliary CE1", { ...auxiliary, cs: 17 }, flag.auxiliary, 1],
	["auxiliary CE2", { ...auxiliary, cs: 16 }, flag.auxiliary, 2],
] as const)("%s is selected, and no other", async (_name, pins, flags, channel) => {
	const { pi, shifter, transfer } = await start(pins, flags, { channel });
	pi.record(7, 8, 16, 17, 18);
	shifter.gives("01010101");
	expect(transfer(0x33)).toEqual([0x55]);
	expect(shifter.got).toEqual(["00110011"]);
	expect(pi.edges.map(({ gpio, level }) => [gpio, level])).toEqual([
		[pins.cs, 0],
		[pins.cs, 1],
	]);
});

test.each([
	[main, 0],
	[auxiliary, flag.auxiliary],
])("a select can be active high", async (pins, flags) => {
	const { pi, shifter, transfer } = await start(pins, flags | highActive(0), { wrap: selectedHigh });
	expect(pi.call("read", { gpio: pins.cs })).toBe(0);
	shifter.gives("01010101");
	expect(transfer(0x33)).toEqual([0x55]);
	expect(pi.call("read", { gpio: pins.cs })).toBe(0);
	expect(shifter.got).toEqual(["00110011"]);
});

test("the auxiliary interface sends words of any length, either end first", async () => {
	const words = (flags: number, sent: number[], given: string) =>
		start(auxiliary, flag.auxiliary | flags).then(({ shifter, transfer }) => {
			shifter.gives(given);
			return [transfer(...sent), shifter.got[0]];
		});
	expect(await words(bitsFlag(12), [0x23, 0xf1], "101010111100")).toEqual([[0xbc, 0x0a], "000100100011"]);
	expect(await words(bitsFlag(5), [0x1c, 0x03], "10000 00001")).toEqual([[0x10, 0x01], "1110000011"]);
	expect(await words(bitsFlag(24), [1, 2, 3, 4], "11".padEnd(24, "0"))).toEqual([
		[0, 0, 0xc0, 0],
		"000000110000001000000001",
	]);
	expect(await words(bitsFlag(32), [1, 2, 3, 0x84], "1".padEnd(32, "0"))).toEqual([
		[0, 0, 0, 0x80],
		"10000100000000110000001000000001",
	]);
	expect(await words(flag.sendLowest, [0x03], "11000000")).toEqual([[0xc0], "11000000"]);
	expect(await words(flag.receiveLowest, [0x03], "11000000")).toEqual([[0x03], "00000011"]);
	expect(await words(bitsFlag(9) | flag.sendLowest | flag.receiveLowest, [0x03, 1], "100000001")).toEqual([
		[0x01, 0x01],
		"110000001",
	]);
});

test("bytes that are no whole word are not sent", async () => {
	const { shifter, transfer } = await start(auxiliary, flag.auxiliary | bitsFlag(16));
	expect(transfer(1, 2, 0x77)).toEqual([0, 0, 0x77]);
	expect(transfer(0x77)).toEqual([0x77]);
	expect(shifter.got).toEqual(["0000001000000001"]);
});

test("a 3-wire device is written to, then MOSI is read", async () => {
	const pi = await TestPi.start();
	const written: Level[] = [];
	pi.wire(main, ({ drive, level, onLevel }) => {
		onLevel("sclk", (clock) => {
			if (clock === 1 && written.length < 16) written.push(level("mosi"));
			else if (clock === 0 && written.length === 16) drive("mosi", 1);
		});
		onLevel("cs", (select) => {
			if (select === 1) drive("mosi", undefined);
		});
	});
	pi.call("openSpi", { channel: 0, baud: 100_000, flags: flag.threeWire | (2 << 10) });
	expect(pi.bytes("transferSpi", { handle: 0, data: Uint8Array.of(0x9f, 1, 2, 3) })).toEqual([
		0, 0, 255, 255,
	]);
	expect(written.join("")).toBe("1001111100000001");
});

test("a reserved select stays what it is", async () => {
	const pi = await TestPi.start();
	pi.call("openSpi", { channel: 0, baud: 100_000, flags: reserve(1) });
	expect([8, 7].map((gpio) => pi.call("getMode", { gpio }))).toEqual([modes.alt0, modes.input]);
	pi.call("closeSpi", { handle: 0 });
	expect([8, 7, 11].map((gpio) => pi.call("getMode", { gpio }))).toEqual([0, 0, 0]);
});

test("nobody on MISO gives what its pull gives", async () => {
	const pi = await TestPi.start();
	pi.call("openSpi", { channel: 0, baud: 100_000, flags: 0 });
	expect(pi.bytes("readSpi", { handle: 0, count: 2 })).toEqual([0, 0]);
	pi.call("setPull", { gpio: 9, pull: 2 });
	expect(pi.bytes("readSpi", { handle: 0, count: 2 })).toEqual([255, 255]);
	pi.call("setMode", { gpio: 9, mode: 0 });
	expect(pi.bytes("readSpi", { handle: 0, count: 2 })).toEqual([0, 0]);
});

test("the clock has the rate asked for, as the dividers give it, and the answer comes after the last bit", async () => {
	const rates = [
		[main, 0, 100_000, 10],
		// 250 MHz by 1111, which is odd.
		[main, 0, 225_000, 1110 / 250],
		[auxiliary, flag.auxiliary, 90_000, 1388 / 125],
	] as const;
	for (const [pins, flags, baud, period] of rates) {
		const { pi, transfer } = await start(pins, flags, { baud });
		pi.record(pins.cs, pins.sclk);
		transfer(1, 2, 3, 4);
		const rises = pi.edgesOf(pins.sclk).flatMap(({ time, level }) => (level === 1 ? [time] : []));
		expect(rises).toHaveLength(32);
		for (const [index, time] of rises.entries()) {
			expect(time - (rises[0] ?? 0)).toBeCloseTo(index * period, 6);
		}
		const released = pi.edgesOf(pins.cs).at(-1);
		expect(released?.level).toBe(1);
		expect(released?.time).toBeGreaterThan(rises.at(-1) ?? 0);
		expect(pi.now).toBeCloseTo(released?.time ?? 0, 6);
	}
});

test("transfers of several clients follow one another, each with a select of its own", async () => {
	const { pi, shifter } = await start(main);
	const answers: number[][] = [];
	shifter.gives("00000001 00000010 00000011");
	pi.wire({}, ({ request }) => {
		for (const byte of [0x10, 0x20, 0x30]) {
			const call = { name: "transferSpi", args: { handle: 0, data: Uint8Array.of(byte) } } as const;
			request(call, (_result, data) => answers.push([...data]));
		}
	});
	pi.pass(5000);
	expect(shifter.got).toEqual(["00010000", "00100000", "00110000"]);
	expect(answers).toHaveLength(3);
});

test("the longest transfer at a fast clock loses nothing", async () => {
	const { pi, shifter } = await start(main, 0, { baud: 1_000_000 });
	const data = Uint8Array.from({ length: 65_535 }, (_, index) => (index * 7) & 0xff);
	const begin = pi.now;
	expect(pi.call("writeSpi", { handle: 0, data })).toBe(65_535);
	expect(pi.now - begin).toBeCloseTo(65_535 * 8 + 10.5, 3);
	const [bits = ""] = shifter.got;
	expect(bits).toHaveLength(65_535 * 8);
	expect(bits.endsWith([...data.slice(-3)].map((byte) => byte.toString(2).padStart(8, "0")).join(""))).toBe(
		true,
	);
});
