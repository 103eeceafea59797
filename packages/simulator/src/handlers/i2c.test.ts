import { expect, test } from "vitest";
import { modes } from "../board/powerOn.ts";
import { RegisterChip } from "../buses/testing/RegisterChip.ts";
import { I2cSlave, type I2cSlaveOptions } from "../devices/lines/I2cSlave.ts";
import { TestPi } from "../devices/testing/TestPi.ts";

const address = 0x21;
const pins = { sda: 2, scl: 3 };

/** A chip on bus 1, opened. */
async function start(options: I2cSlaveOptions = {}) {
	const pi = await TestPi.start();
	const chip = new RegisterChip(address, 0x10, 0x11, 0x12, 0x13);
	pi.wire(pins, (connection) => void new I2cSlave(connection, chip, options), "i2c");
	const handle = pi.call("openI2c", { bus: 1, address, flags: 0 });
	expect(handle).toBe(0);
	return { pi, chip, handle: 0 };
}

const bytesOf = (reply: number | Uint8Array) => (typeof reply === "number" ? reply : [...reply]);
const code = { open: 54, readDevice: 56, quick: 58, writeByte: 60, readByteData: 61, writeByteData: 62 };
const wordOf = (...words: readonly number[]) => new Uint8Array(Uint32Array.from(words).buffer);

test("a bus exists where the bench has a device on both its lines, and its GPIOs are in ALT0", async () => {
	const pi = await TestPi.start();
	const open = (bus: number) => pi.call("openI2c", { bus, address, flags: 0 });
	expect([open(0), open(1)]).toEqual([-74, -74]);
	expect(pi.call("getMode", { gpio: 2 })).toBe(modes.input);
	const hang = (sda: number, scl: number) =>
		pi.wire({ sda, scl }, (lines) => void new I2cSlave(lines, new RegisterChip(address)), "i2c");
	hang(2, 5);
	expect(open(1)).toBe(-74);
	hang(2, 3);
	expect([open(0), open(1), open(2)]).toEqual([-74, 0, -74]);
	expect([2, 3].map((gpio) => pi.call("getMode", { gpio }))).toEqual([modes.alt0, modes.alt0]);
	hang(0, 1);
	expect(open(0)).toBe(1);
});

test("address, flags, handles and bus are checked in this order; there are 512 handles", async () => {
	const { pi } = await start();
	const open = (bus: number, to: number, flags: number) => pi.raw(code.open, bus, to, wordOf(flags));
	expect([open(9, 0x80, 1), open(9, 0x7f, 1), open(9, 0x7f, 0)]).toEqual([-75, -77, -74]);
	for (let handle = 1; handle < 512; handle++) expect(open(1, handle & 0x7f, 0)).toBe(handle);
	expect([open(1, 1, 0), open(9, 1, 0)]).toEqual([-24, -24]);
	expect(pi.call("closeI2c", { handle: 300 })).toBe(0);
	expect(pi.call("closeI2c", { handle: 300 })).toBe(-25);
	expect(open(1, 1, 0)).toBe(300);
});

test("every SMBus form is played as the protocol has it", async () => {
	const { pi, chip, handle } = await start();
	const to = { handle, register: 1 };
	const block = Uint8Array.of(7, 8, 9);
	expect(pi.call("writeI2cQuick", { handle, bit: 0 })).toBe(0);
	expect(chip.take()).toBe("S w P");
	expect(pi.call("writeI2cByte", { handle, value: 2 })).toBe(0);
	expect(chip.take()).toBe("S w 02 P");
	expect(pi.call("readI2cByte", { handle })).toBe(0x12);
	expect(chip.take()).toBe("S r 12 P");
	expect(pi.call("readI2cByteData", to)).toBe(0x11);
	expect(chip.take()).toBe("S w 01 Sr r 11 P");
	expect(pi.call("writeI2cByteData", { ...to, value: 0x55 })).toBe(0);
	expect(chip.take()).toBe("S w 01 55 P");
	expect(pi.call("readI2cWordData", to)).toBe(0x1255);
	expect(chip.take()).toBe("S w 01 Sr r 55 12 P");
	expect(pi.call("writeI2cWordData", { ...to, value: 0xabcd })).toBe(0);
	expect(chip.take()).toBe("S w 01 cd ab P");
	expect(pi.call("callI2cProcess", { ...to, value: 0x0102 })).toBe(0x0013);
	expect(chip.take()).toBe("S w 01 02 01 Sr r 13 00 P");
	expect(pi.call("writeI2cBlockData", { ...to, data: block })).toBe(0);
	expect(chip.take()).toBe("S w 01 03 07 08 09 P");
	expect(pi.call("writeI2cRegisters", { ...to, data: block })).toBe(0);
	expect(chip.take()).toBe("S w 01 07 08 09 P");
	expect(bytesOf(pi.call("readI2cRegisters", { ...to, count: 3 }))).toEqual([7, 8, 9]);
	expect(chip.take()).toBe("S w 01 Sr r 07 08 09 P");
	expect(pi.call("writeI2cDevice", { handle, data: Uint8Array.of(4, 1, 2) })).toBe(0);
	expect(chip.take()).toBe("S w 04 01 02 P");
	chip.registers.set([0x77, 0x78], 6);
	expect(bytesOf(pi.call("readI2cDevice", { handle, count: 2 }))).toEqual([0x77, 0x78]);
	expect(chip.take()).toBe("S r 77 78 P");
});

test("block reads of a length the device tells are beyond the Pi's driver", async () => {
	const { pi, chip, handle } = await start();
	expect(pi.call("readI2cBlockData", { handle, register: 1 })).toBe(-107);
	expect(chip.take()).toBe("");
	// The process call is tried all the same: the driver reads the length, and the rest of the answer is empty.
	chip.registers[3] = 5;
	const call = () => pi.call("callI2cBlockProcess", { handle, register: 0, data: Uint8Array.of(1, 2) });
	expect(bytesOf(call())).toEqual([0, 0, 0, 0, 0]);
	expect(chip.take()).toBe("S w 00 02 01 02 Sr r 05 P");
	chip.registers[3] = 33;
	expect(call()).toBe(-83);
});

test("parameters are refused after the handle, before the bus is touched", async () => {
	const { pi, chip } = await start();
	const big = new Uint8Array(33);
	const replies = [
		[58, 0, 2],
		[60, 0, 256],
		[61, 0, 256],
		[62, 0, 256],
		[62, 0, 1, 256],
		[63, 0, 256],
		[64, 0, 1, 65_536],
		[69, 0, 1, 65_536],
		[67, 0, 1, 0],
		[67, 0, 1, 33],
		[67, 0, 256, 4],
	].map(([command = 0, p1 = 0, p2 = 0, word]) => pi.raw(command, p1, p2, wordOf(word ?? 0)));
	expect(new Set(replies)).toEqual(new Set([-81]));
	for (const command of [66, 68, 70]) {
		expect(pi.raw(command, 0, 1, big)).toBe(-81);
		expect(pi.raw(command, 0, 1)).toBe(-81);
		expect(pi.raw(command, 1, 256, big)).toBe(-25);
	}
	expect([pi.raw(56, 0, 0), pi.raw(57, 0, 0), pi.raw(92, 0, 0)]).toEqual([-81, -81, -90]);
	expect(chip.take()).toBe("");
});

test("an address nobody has, and a byte that is refused, fail with a stop", async () => {
	const { pi, chip, handle } = await start();
	const missing = pi.call("openI2c", { bus: 1, address: 0x50, flags: 0 });
	expect(missing).toBe(1);
	expect(pi.call("readI2cByte", { handle: 1 })).toBe(-83);
	expect(pi.call("writeI2cQuick", { handle: 1, bit: 0 })).toBe(-82);
	expect(pi.call("writeI2cQuick", { handle: 1, bit: 1 })).toBe(-82);
	expect(chip.take()).toBe("");
	chip.refusesFrom = 1;
	expect(pi.call("writeI2cByteData", { handle, register: 1, value: 3 })).toBe(-82);
	expect(chip.take()).toBe("S w 01 03 P");
	expect(pi.call("writeI2cByte", { handle, value: 3 })).toBe(0);
	chip.refusesFrom = 0;
	expect(pi.call("readI2cByteData", { handle, register: 1 })).toBe(-83);
});

test("Linux takes 8192 bytes of a device and no more at once", async () => {
	const { pi, chip, handle } = await start();
	expect(bytesOf(pi.call("readI2cDevice", { handle, count: 8192 }))).toHaveLength(8192);
	expect(chip.take().split(" ")).toHaveLength(8192 + 3);
	expect(pi.call("readI2cDevice", { handle, count: 8193 })).toBe(-83);
	chip.take();
	expect(pi.call("writeI2cDevice", { handle, data: new Uint8Array(8193) })).toBe(-82);
	expect(chip.take().split(" ")).toHaveLength(8192 + 3);
});

test("the clock has 100 kHz, nine pulses a byte, and SDA moves under a high clock to start and stop only", async () => {
	const { pi, handle } = await start();
	pi.record(pins.sda, pins.scl);
	const begin = pi.now;
	pi.call("readI2cWordData", { handle, register: 1 });
	const rises = pi.edgesOf(pins.scl).filter(({ level }) => level === 1);
	// Two address bytes, the register and two bytes read; one rise each for the repeated start and the stop.
	expect(rises).toHaveLength(5 * 9 + 2);
	for (const byte of [0, 1, 2, 3, 4]) {
		const at = byte * 9 + (byte >= 2 ? 1 : 0);
		const times = rises.slice(at, at + 9).map(({ time }) => time);
		for (let bit = 1; bit < 9; bit++) expect((times[bit] ?? 0) - (times[bit - 1] ?? 0)).toBe(10);
	}
	expect(pi.now - begin).toBeGreaterThanOrEqual(470);
	expect(pi.now - begin).toBeLessThan(550);
	let clock = 1;
	const conditions: string[] = [];
	for (const { gpio, level } of pi.edges) {
		if (gpio === pins.scl) clock = level;
		else if (clock === 1) conditions.push(level === 0 ? "start" : "stop");
	}
	expect(conditions).toEqual(["start", "start", "stop"]);
});

test("a chip may hold the clock; the controller waits", async () => {
	const slow = await start({ stretch: () => 300 });
	const fast = await start();
	const timeOf = ({ pi, handle }: typeof slow) => {
		const begin = pi.now;
		expect(pi.call("readI2cByteData", { handle, register: 3 })).toBe(0x13);
		return pi.now - begin;
	};
	// Three bytes are acknowledged by the chip: address, register, address.
	const difference = timeOf(slow) - timeOf(fast);
	expect(difference).toBeGreaterThan(3 * 280);
	expect(difference).toBeLessThan(3 * 320);
});

test("a line held low, or taken from the controller, fails after Linux's second", async () => {
	const { pi, handle } = await start();
	const attempt = () => {
		const begin = pi.now;
		const result = pi.call("readI2cByteData", { handle, register: 2 });
		return [result, Math.round((pi.now - begin) / 10_000) / 100];
	};
	for (const gpio of [pins.sda, pins.scl]) {
		const short = pi.wire({ line: gpio }, ({ drive }) => drive("line", 0));
		expect(attempt()).toEqual([-83, 1]);
		pi.simulator.detach(short);
		pi.call("setMode", { gpio, mode: modes.input });
		expect(attempt()).toEqual([-83, 1]);
		pi.call("setMode", { gpio, mode: modes.alt0 });
		expect(attempt()).toEqual([0x12, 0]);
	}
	// The clock is held in the middle of a transfer.
	const hold = pi.wire({ scl: pins.scl }, ({ after, drive }) => void after(100, () => drive("scl", 0)));
	expect(attempt()).toEqual([-83, 1]);
	pi.simulator.detach(hold);
	expect(attempt()).toEqual([0x12, 0]);
});

test("transfers of several clients are played one after another, in the order they came", async () => {
	const { pi, chip, handle } = await start();
	const answers: number[] = [];
	pi.wire({}, ({ request }) => {
		for (const register of [2, 0, 1]) {
			request({ name: "readI2cByteData", args: { handle, register } }, (result) => answers.push(result));
		}
	});
	pi.pass(5000);
	expect(answers).toEqual([0x12, 0x10, 0x11]);
	expect(chip.take()).toBe("S w 02 Sr r 12 P S w 00 Sr r 10 P S w 01 Sr r 11 P");
});

test("a script reads and writes a chip", async () => {
	const { pi, chip, handle } = await start();
	const text = "i2cwb p0 5 66 i2crb p0 5 sta p1 i2crw p0 0 sta p2 i2crb 9 1 sta p3";
	expect(pi.call("storeScript", { text })).toBe(0);
	pi.pass(1000);
	pi.call("runScript", { script: 0, params: [handle] });
	pi.pass(20_000);
	const status = pi.call("getScriptStatus", { script: 0 });
	const words = typeof status === "number" ? [] : [...new Int32Array(status.slice().buffer)];
	expect(words.slice(0, 5)).toEqual([1, 0, 66, 0x1110, -25]);
	expect(chip.take()).toBe("S w 05 42 P S w 05 Sr r 42 P S w 00 Sr r 10 11 P");
});
