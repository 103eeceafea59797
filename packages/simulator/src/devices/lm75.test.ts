import { expect, test } from "vitest";
import { controlOf, press } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

const gpios = { sda: 2, scl: 3, os: 17 };
const address = 0x48;

async function start(options: Record<string, unknown> = {}) {
	const pi = await TestPi.start();
	const device = pi.attach("lm75", gpios, { wander: 0, ...options });
	const bus = new TestI2c(pi, gpios.sda, gpios.scl);
	const set = (celsius: number) => {
		controlOf(device, "temperature", "number").set(celsius);
		pi.pass(110_000);
	};
	const register = (pointer: number, count = 2) => bus.read(address, count, pointer);
	return { pi, device, bus, set, register, output: () => pi.call("read", { gpio: gpios.os }) };
}

test.each([
	[125, [0x7d, 0x00]],
	[25.5, [0x19, 0x80]],
	[0, [0x00, 0x00]],
	[-0.5, [0xff, 0x80]],
	[-55, [0xc9, 0x00]],
])("%f degrees are %o", async (celsius, bytes) => {
	const { set, register } = await start();
	set(celsius);
	expect(register(0)).toEqual(bytes);
});

test("registers hold their values after power-on, and what is written", async () => {
	const { bus, register } = await start({ celsius: 25 });
	expect([register(0), register(1, 1), register(2), register(3)]).toEqual([
		[0x19, 0x00],
		[0x00],
		[0x4b, 0x00],
		[0x50, 0x00],
	]);
	expect(bus.write(address, 3, 0x1e, 0xff)).toBe(true);
	expect(bus.write(address, 2, 0x1a, 0x80)).toBe(true);
	expect(bus.write(address, 1, 0xff)).toBe(true);
	expect([register(1, 1), register(2), register(3)]).toEqual([[0x1f], [0x1a, 0x80], [0x1e, 0x80]]);
	// The pointer stays, and two bytes come again and again.
	expect(bus.read(address, 5)).toEqual([0x1e, 0x80, 0x1e, 0x80, 0x1e]);
	// The temperature cannot be written.
	bus.write(address, 0, 0x55, 0x55);
	expect(register(0)).toEqual([0x19, 0x00]);
});

test("as a comparator its output follows the limits with their hysteresis, either polarity", async () => {
	const { pi, bus, set, output } = await start({ celsius: 25 });
	expect(output()).toBe(1);
	set(80);
	expect(output()).toBe(1);
	set(80.5);
	expect(output()).toBe(0);
	set(75);
	expect(output()).toBe(0);
	set(74.5);
	expect(output()).toBe(1);
	bus.write(address, 1, 4);
	expect(output()).toBe(0);
	// Four faults in a row.
	bus.write(address, 1, 4 | (2 << 3));
	set(90);
	pi.pass(200_000);
	expect(output()).toBe(0);
	pi.pass(100_000);
	expect(output()).toBe(1);
});

test("as an interrupt its output stays until the chip is read, in both directions", async () => {
	const { bus, set, register, output } = await start({ celsius: 25 });
	bus.write(address, 1, 2);
	set(90);
	expect(output()).toBe(0);
	set(25);
	register(0);
	expect(output()).toBe(1);
	set(90);
	expect(output()).toBe(0);
});

test("shut down it keeps its last temperature", async () => {
	const { pi, bus, set, register } = await start({ celsius: 25 });
	bus.write(address, 1, 1);
	set(50);
	expect(register(0)).toEqual([0x19, 0x00]);
	bus.write(address, 1, 0);
	pi.pass(110_000);
	expect(register(0)).toEqual([0x32, 0x00]);
});

test("only its own address is acknowledged, and none when it is unplugged", async () => {
	const { device, bus } = await start({ address: 0x4f });
	expect(bus.read(0x48, 2)).toBeUndefined();
	expect(bus.read(0x4f, 2)).toBeDefined();
	controlOf(device, "connected", "switch").set(false);
	expect(bus.read(0x4f, 2)).toBeUndefined();
});

test("a glitch on the clock is seen, and costs one transfer at most", async () => {
	const { pi, device, bus } = await start();
	pi.record(gpios.scl);
	press(device, "glitch");
	pi.pass(100);
	expect(pi.edges.map(({ level }) => level)).toEqual([0, 1]);
	bus.read(address, 2);
	expect(bus.read(address, 2)).toBeDefined();
});

test("without its optional output it works alike", async () => {
	const pi = await TestPi.start();
	pi.attach("lm75", { sda: 2, scl: 3 }, { wander: 0, celsius: 100 });
	expect(new TestI2c(pi, 2, 3).read(address, 2)).toEqual([0x64, 0x00]);
});
