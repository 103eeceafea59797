import { expect, test } from "vitest";
import { modes } from "../board/powerOn.ts";
import { I2cMaster } from "../buses/I2cMaster.ts";
import { runTimed } from "../devices/lines/runTimed.ts";
import { TestPi } from "../devices/testing/TestPi.ts";
import type { Connection } from "../devices/WiredDevice.ts";
import type { Timed } from "../engine/Timed.ts";
import { RecordingSink } from "../golden/RecordingSink.ts";
import { BSC_EVENT } from "../signals/Events.ts";

const address = 0x13;
const control = { i2c: (address << 16) | 0x305, spi: 0x303, clear: 0x80 };
const flags = { receiveEmpty: 2, sendFull: 4, receiveFull: 8, sendEmpty: 16 };
const idle = flags.receiveEmpty | flags.sendEmpty;
const pi4 = { revision: 0xb0_3111 };

/** Status and bytes of a BSCX. */
function transfer(pi: TestPi, word: number, ...data: number[]) {
	const reply = pi.bytes("transferBsc", { control: word, data: Uint8Array.from(data) });
	const status = new DataView(Uint8Array.from(reply).buffer).getUint32(0, true);
	return { copied: status >>> 16, flags: status & 0xffff, received: reply.slice(4) };
}

/** An I2C master with pull-up resistors on the bench. */
class BenchMaster {
	readonly #pi: TestPi;
	readonly #lines: Connection;
	readonly #master: I2cMaster;

	constructor(pi: TestPi, sda = 18, scl = 19) {
		this.#pi = pi;
		let wired: Connection | undefined;
		pi.wire({ sda, scl }, (lines) => (wired = lines), "i2c");
		if (wired === undefined) throw new Error("not attached");
		const lines = wired;
		this.#lines = lines;
		lines.drive("sda", 1);
		lines.drive("scl", 1);
		this.#master = new I2cMaster({
			halfPeriod: 5,
			pull: (line) => lines.drive(line, 0),
			release: (line) => lines.drive(line, 1),
			read: (line) => lines.level(line),
			patience: () => 0,
			onHeld: () => {},
		});
	}

	/** @returns whether every byte was acknowledged */
	*write(to: number, bytes: readonly number[]): Timed<boolean> {
		yield* this.#master.start();
		let isTaken = true;
		for (const byte of [to << 1, ...bytes]) isTaken = (yield* this.#master.putByte(byte)) === 0 && isTaken;
		yield* this.#master.stop();
		return isTaken;
	}

	*read(from: number, count: number): Timed<number[] | undefined> {
		yield* this.#master.start();
		const isCalled = (yield* this.#master.putByte((from << 1) | 1)) === 0;
		const bytes: number[] = [];
		while (isCalled && bytes.length < count) {
			bytes.push(yield* this.#master.getByte(bytes.length === count - 1 ? 1 : 0));
		}
		yield* this.#master.stop();
		return isCalled ? bytes : undefined;
	}

	/** Lets a transfer begin; the result is there when enough time has passed. */
	begin<T>(steps: Timed<T>): { value?: T } {
		const result: { value?: T } = {};
		runTimed(this.#lines, steps, (value) => {
			result.value = value;
		});
		return result;
	}

	do<T>(steps: Timed<T>): T | undefined {
		const result = this.begin(steps);
		this.#pi.pass(10_000);
		return result.value;
	}
}

test.each([
	["a Pi 3", {}, 18, 19],
	["a Pi 4", pi4, 10, 11],
])("the I2C slave of %s answers a master on the bench, both ways", async (_name, options, sda, scl) => {
	const pi = await TestPi.start(options);
	const master = new BenchMaster(pi, sda, scl);
	expect(master.do(master.write(address, []))).toBe(false);
	expect(transfer(pi, control.i2c)).toEqual({ copied: 0, flags: idle, received: [] });
	expect([sda, scl].map((gpio) => pi.call("getMode", { gpio }))).toEqual([modes.alt3, modes.alt3]);
	expect(master.do(master.write(address, [1, 2, 0xff]))).toBe(true);
	expect(master.do(master.write(address + 1, [9]))).toBe(false);
	expect(transfer(pi, control.i2c, 0x41, 0x42, 0x43)).toEqual({
		copied: 3,
		flags: flags.receiveEmpty | (3 << 6),
		received: [1, 2, 0xff],
	});
	expect(master.do(master.read(address, 2))).toEqual([0x41, 0x42]);
	expect(master.do(master.read(address, 3))).toEqual([0x43, 0xff, 0xff]);
	expect(transfer(pi, control.i2c).flags).toBe(idle);
	transfer(pi, 0);
	expect(pi.call("getMode", { gpio: sda })).toBe(modes.input);
	expect(master.do(master.read(address, 1))).toBeUndefined();
});

test("the hardware keeps 16 bytes each way; the daemon goes on taking while a transfer lasts", async () => {
	const pi = await TestPi.start();
	const master = new BenchMaster(pi);
	const bytes = Array.from({ length: 40 }, (_, index) => index);
	transfer(pi, control.i2c);
	master.do(master.write(address, bytes));
	const full = transfer(pi, control.i2c, ...bytes);
	expect(full.received).toEqual(bytes.slice(0, 16));
	expect(full.copied).toBe(16);
	expect(full.flags).toBe(flags.receiveEmpty | flags.sendFull | (16 << 6));
	transfer(pi, control.i2c | control.clear);
	expect(transfer(pi, control.i2c).flags).toBe(idle);
	const written = master.begin(master.write(address, bytes));
	pi.pass(500);
	expect(transfer(pi, control.i2c).received).toEqual(bytes);
	const read = master.begin(master.read(address, 40));
	pi.pass(150);
	expect(transfer(pi, control.i2c, ...bytes).copied).toBe(40);
	pi.pass(1000);
	expect([written.value, read.value?.slice(0, 1), read.value?.slice(-20)]).toEqual([
		true,
		[0xff],
		bytes.slice(-21, -1),
	]);
});

test("what has changed in the slave since it was last looked after is told as event 31", async () => {
	const pi = await TestPi.start();
	const master = new BenchMaster(pi);
	const { notifications } = pi.simulator.daemon;
	const sink = new RecordingSink();
	const handle = notifications.open(sink, pi.now) ?? -1;
	pi.call("setEventMonitor", { handle, bits: 2 ** BSC_EVENT });
	const events = () => sink.reports(0).filter(([, flag]) => flag === (0x80 | BSC_EVENT)).length;
	transfer(pi, control.i2c, 1);
	pi.pass(10_000);
	expect(events()).toBe(0);
	master.do(master.write(address, [1]));
	const afterWrite = events();
	expect(afterWrite).toBeGreaterThan(0);
	pi.pass(10_000);
	expect(events()).toBe(afterWrite);
	transfer(pi, 0);
	master.do(master.write(address, [1]));
	expect(events()).toBe(afterWrite);
});

/** Plays bytes as an SPI master of a mode. @returns the bytes that came back */
function* exchangeSpi(lines: Connection, mode: number, bytes: readonly number[]): Timed<number[]> {
	const [rest, active] = mode < 2 ? ([0, 1] as const) : ([1, 0] as const);
	const isLate = (mode & 1) === 1;
	lines.drive("sclk", rest);
	yield 5;
	lines.drive("cs", 0);
	yield 5;
	const received: number[] = [];
	for (const byte of bytes) {
		let incoming = 0;
		for (let bit = 7; bit >= 0; bit--) {
			if (isLate) lines.drive("sclk", active);
			lines.drive("mosi", ((byte >> bit) & 1) === 1 ? 1 : 0);
			yield 5;
			incoming = (incoming << 1) | lines.level("miso");
			lines.drive("sclk", isLate ? rest : active);
			yield 5;
			if (!isLate) lines.drive("sclk", rest);
		}
		received.push(incoming);
	}
	yield 5;
	lines.drive("cs", 1);
	yield 5;
	return received;
}

test.each([0, 1, 2, 3])("the SPI slave in mode %i goes by the first byte's lowest bit", async (mode) => {
	const pi = await TestPi.start();
	let lines: Connection | undefined;
	const pins = { cs: 21, sclk: 19, mosi: 20, miso: 18 };
	pi.wire(pins, (connection) => (lines = connection), "spi");
	const exchange = (...bytes: number[]) => {
		if (lines === undefined) throw new Error("not attached");
		let received: number[] = [];
		runTimed(lines, exchangeSpi(lines, mode, bytes), (result) => (received = result));
		pi.pass(5000);
		return received;
	};
	lines?.drive("cs", 1);
	const word = control.spi | ((mode & 3) << 3);
	expect(transfer(pi, word, 0xa5, 0x3c, 0x01).copied).toBe(3);
	expect(Object.values(pins).map((gpio) => pi.call("getMode", { gpio }))).toEqual(Array(4).fill(modes.alt3));
	exchange(0x80, 0x11, 0x22);
	expect(exchange(0x81, 0x33, 0x44).slice(1)).toEqual([0xa5, 0x3c]);
	const { received, flags: left } = transfer(pi, word);
	expect(received).toEqual([0x11, 0x22]);
	expect(left).toBe(flags.receiveEmpty | (1 << 6));
	expect(transfer(pi, word & ~0x100).flags).toBe(idle);
});
