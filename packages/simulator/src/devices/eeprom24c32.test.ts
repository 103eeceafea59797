import { expect, test } from "vitest";
import { controlOf } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

const address = 0x57;

async function start(options: Record<string, unknown> = {}) {
	const pi = await TestPi.start();
	const device = pi.attach("eeprom24c32", { sda: 2, scl: 3 }, options);
	const bus = new TestI2c(pi, 2, 3, 400_000);
	/** Writes and waits until it is burnt. */
	const write = (position: number, ...bytes: number[]) => {
		expect(bus.write(address, position >> 8, position & 0xff, ...bytes)).toBe(true);
		pi.pass(5100);
	};
	const read = (position: number, count: number) => bus.read(address, count, position >> 8, position & 0xff);
	return { pi, device, bus, write, read };
}

test("bytes are written and read at 16-bit addresses, and read on from there", async () => {
	const { bus, write, read } = await start();
	write(0x0123, 0xde, 0xad);
	expect(read(0x0122, 4)).toEqual([0xff, 0xde, 0xad, 0xff]);
	// The four highest bits of the address do not exist.
	expect(read(0xf123, 1)).toEqual([0xde]);
	expect(bus.read(address, 2)).toEqual([0xad, 0xff]);
});

test("a write wraps within its page of 32, a read at the end of the memory", async () => {
	const { write, read } = await start();
	write(0x05e, 1, 2, 3, 4);
	expect(read(0x05e, 3)).toEqual([1, 2, 0xff]);
	expect(read(0x040, 2)).toEqual([3, 4]);
	write(0xfff, 7);
	write(0x000, 8);
	expect(read(0xfff, 2)).toEqual([7, 8]);
	// The last 32 of 33 bytes stay.
	write(0x100, ...Array.from({ length: 33 }, (_, index) => index));
	expect(read(0x100, 3)).toEqual([32, 1, 2]);
});

test("while it burns it does not answer, as acknowledge polling expects", async () => {
	const { pi, bus, read } = await start();
	expect(bus.write(address, 0, 0, 1, 2)).toBe(true);
	const begin = pi.now;
	let tries = 0;
	while (!bus.write(address, 0, 0) && tries < 1000) tries++;
	expect(tries).toBeGreaterThan(10);
	expect(pi.now - begin).toBeGreaterThan(4900);
	expect(pi.now - begin).toBeLessThan(5200);
	expect(read(0, 2)).toEqual([1, 2]);
});

test("write protected it acknowledges and keeps what it has", async () => {
	const { device, bus, write, read } = await start({ text: "Hello" });
	controlOf(device, "writeProtect", "switch").set(true);
	expect(bus.write(address, 0, 0, 0x4a)).toBe(true);
	expect(read(0, 1)).toEqual([0x48]);
	controlOf(device, "writeProtect", "switch").set(false);
	write(0, 0x4a);
	expect(controlOf(device, "text", "reading").get()).toBe("Jello");
	controlOf(device, "store", "text").set("Tea");
	expect(read(0, 5)).toEqual([..."Tealo"].map((letter) => letter.charCodeAt(0)));
});

test("what no stop ends is not written", async () => {
	const { pi, bus, read } = await start();
	// Address and a byte, then a repeated start for a read.
	expect(bus.read(address, 1, 0, 0, 0x55)).toEqual([0xff]);
	pi.pass(6000);
	expect(read(0, 1)).toEqual([0xff]);
});
