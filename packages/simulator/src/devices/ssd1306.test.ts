import { expect, test } from "vitest";
import { controlOf } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

const address = 0x3c;
/** Column 0 left, page 0 on top, switched on. */
const upright = [0xa1, 0xc8, 0xaf];

async function start() {
	const pi = await TestPi.start();
	const device = pi.attach("ssd1306", { sda: 2, scl: 3 });
	const bus = new TestI2c(pi, 2, 3, 500_000);
	const command = (...bytes: number[]) => expect(bus.write(address, 0x00, ...bytes)).toBe(true);
	const data = (...bytes: number[]) => expect(bus.write(address, 0x40, ...bytes)).toBe(true);
	/** The lit pixels as "x,y". */
	const lit = () => {
		const { width, get } = controlOf(device, "picture", "picture");
		return [...get().entries()].flatMap(([index, value]) =>
			value === 255 ? [`${index % width},${Math.floor(index / width)}`] : [],
		);
	};
	return { pi, device, bus, command, data, lit };
}

test("a byte is eight pixels below each other, at the page and column that commands set", async () => {
	const { command, data, lit } = await start();
	command(...upright, 0xb3, 0x05, 0x12);
	data(0b1000_0001, 0b0000_0010);
	expect(lit()).toEqual(["37,24", "38,25", "37,31"]);
});

test("horizontal addressing fills a window row by row, vertical one column by column", async () => {
	const { command, data, lit } = await start();
	command(...upright, 0x20, 0, 0x21, 10, 11, 0x22, 2, 3);
	data(1, 2, 4, 8);
	expect(lit()).toEqual(["10,16", "11,17", "10,26", "11,27"]);
	// Back at the window's beginning.
	data(0, 0, 0, 0);
	expect(lit()).toEqual([]);
	command(0x20, 1, 0x21, 10, 11, 0x22, 2, 3);
	data(1, 2, 4, 8);
	expect(lit()).toEqual(["10,16", "11,18", "10,25", "11,27"]);
});

test("page addressing wraps within its page", async () => {
	const { command, data, lit } = await start();
	command(...upright, 0xb0, 0x0f, 0x17);
	data(1, 1);
	expect(lit()).toEqual(["0,0", "127,0"]);
});

test("commands may be spread over transfers, and mixed with data by continuation bits", async () => {
	const { bus, command, lit } = await start();
	command(...upright);
	command(0x21);
	command(20);
	command(30);
	expect(bus.write(address, 0x80, 0x20, 0x80, 0x00, 0xc0, 0x80, 0x40, 0x01)).toBe(true);
	expect(lit()).toEqual(["21,0", "20,7"]);
});

test("what is shown: off, inverted, all on, mirrored, upside down, shifted", async () => {
	const { command, data, lit, bus, device } = await start();
	command(0xa1, 0xc8);
	data(1);
	expect(lit()).toEqual([]);
	expect(bus.read(address, 1)).toEqual([0x40]);
	command(0xaf);
	expect(bus.read(address, 1)).toEqual([0x00]);
	expect(lit()).toEqual(["0,0"]);
	command(0xa7);
	expect(lit()).toHaveLength(128 * 64 - 1);
	command(0xa6, 0xa5);
	expect(lit()).toHaveLength(128 * 64);
	command(0xa4, 0xc0);
	expect(lit()).toEqual(["0,63"]);
	command(0xc8, 0x40 | 60);
	expect(lit()).toEqual(["0,4"]);
	command(0x40, 0xd3, 60);
	expect(lit()).toEqual(["0,4"]);
	// The mirror changes what is written from now on.
	command(0xd3, 0, 0xa0, 0xb0, 0x00, 0x10);
	data(2);
	expect(lit()).toEqual(["0,0", "127,1"]);
	command(0x81, 0x33);
	expect(controlOf(device, "contrast", "reading").get()).toBe(0x33);
});

test("what nearly every program sends at the start is understood to the last parameter", async () => {
	const { command, data, lit } = await start();
	command(
		...[0xae, 0xd5, 0x80, 0xa8, 0x3f, 0xd3, 0x00, 0x40, 0x8d, 0x14, 0x20, 0x00, 0xa1, 0xc8, 0xda, 0x12],
		...[0x81, 0xcf, 0xd9, 0xf1, 0xdb, 0x40, 0xa4, 0xa6, 0x2e, 0x21, 0, 127, 0x22, 0, 7, 0xaf],
	);
	// The whole screen in parts, as Adafruit's and others' programs do.
	for (let part = 0; part < 32; part++)
		data(...Array.from({ length: 32 }, () => (part % 4 === 0 ? 0xff : 0)));
	expect(lit()).toHaveLength(32 * 64);
	expect(lit().every((pixel) => Number(pixel.split(",")[0]) < 32)).toBe(true);
});
