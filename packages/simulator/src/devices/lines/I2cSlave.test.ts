import { expect, test } from "vitest";
import { Random } from "../Random.ts";
import { TestI2c } from "../testing/TestI2c.ts";
import { TestPi } from "../testing/TestPi.ts";
import type { Connection } from "../WiredDevice.ts";
import { I2cSlave, type I2cSlaveOptions, type I2cTarget, SMBUS_TIMEOUT } from "./I2cSlave.ts";

const [sda, scl] = [2, 3];

/** Notes what it is told; gives 0xa0, 0xa1 and so on; takes bytes up to 0x7f. */
class Recorder implements I2cTarget {
	readonly address: number;
	isBusy = false;
	readonly seen: string[] = [];
	#given = 0xa0;

	constructor(address: number) {
		this.address = address;
	}

	begin(isRead: boolean): boolean {
		this.seen.push(isRead ? "read" : "write");
		return !this.isBusy;
	}

	write(byte: number): boolean {
		this.seen.push(byte.toString(16));
		return byte < 0x80;
	}

	read(): number {
		return this.#given++;
	}

	end(isStop: boolean): void {
		this.seen.push(isStop ? "stop" : "again");
	}
}

async function start(options: I2cSlaveOptions = {}) {
	const pi = await TestPi.start();
	const target = new Recorder(0x21);
	let lines: Connection | undefined;
	let slave: I2cSlave | undefined;
	pi.wire({ sda, scl }, (connection) => {
		lines = connection;
		slave = new I2cSlave(connection, target, options);
	});
	if (lines === undefined || slave === undefined) throw new Error("not attached");
	return { pi, target, lines, slave, bus: new TestI2c(pi, sda, scl) };
}

test("bytes go both ways, a repeated start turns the transfer round, the last byte is not acknowledged", async () => {
	const { target, bus } = await start();
	expect(bus.write(0x21, 1, 2, 0x7f)).toBe(true);
	expect(bus.read(0x21, 2, 0x10)).toEqual([0xa0, 0xa1]);
	expect(bus.read(0x21, 1)).toEqual([0xa2]);
	expect(target.seen).toEqual("write 1 2 7f stop write 10 again read stop read stop".split(" "));
});

test("other addresses, a busy chip and an unplugged one are not acknowledged", async () => {
	const { target, slave, bus } = await start();
	expect(bus.write(0x20, 1)).toBe(false);
	expect(bus.read(0x22, 1)).toBeUndefined();
	expect(target.seen).toEqual([]);
	target.isBusy = true;
	expect(bus.write(0x21, 1)).toBe(false);
	target.isBusy = false;
	slave.isConnected = false;
	expect(bus.write(0x21, 1)).toBe(false);
	slave.isConnected = true;
	expect(bus.write(0x21, 1)).toBe(true);
});

test("a refused byte ends the transfer for the chip", async () => {
	const { target, bus } = await start();
	expect(bus.write(0x21, 0x80, 1)).toBe(false);
	expect(target.seen).toEqual(["write", "80", "stop"]);
});

test("two chips share the lines", async () => {
	const { pi, target, bus } = await start();
	const other = new Recorder(0x22);
	pi.wire({ sda, scl }, (connection) => void new I2cSlave(connection, other));
	expect(bus.write(0x22, 5)).toBe(true);
	expect(bus.read(0x21, 2)).toEqual([0xa0, 0xa1]);
	expect(other.seen).toEqual(["write", "5", "stop"]);
	expect(target.seen).toEqual(["read", "stop"]);
});

test("a stretched clock keeps the master waiting after every byte", async () => {
	const { pi, bus } = await start({ stretch: () => 200 });
	const plain = await start();
	const timeOf = (each: { pi: TestPi; bus: TestI2c }) => {
		const begin = each.pi.now;
		expect(each.bus.read(0x21, 3)).toEqual([0xa0, 0xa1, 0xa2]);
		return each.pi.now - begin;
	};
	// The address is acknowledged by the chip, the bytes by the master: one stretch.
	expect(timeOf({ pi, bus }) - timeOf(plain)).toBeGreaterThan(180);
	expect(bus.write(0x21, 1, 2, 3)).toBe(true);
});

test("SDA moves under a low clock only, but for starts and stops", async () => {
	const { pi, bus } = await start();
	pi.record(sda, scl);
	bus.read(0x21, 2, 1);
	let clock = 1;
	let data = 1;
	const conditions: string[] = [];
	for (const { gpio, level } of pi.edges) {
		if (gpio === scl) clock = level;
		else {
			if (clock === 1) conditions.push(level < data ? "start" : "stop");
			data = level;
		}
	}
	expect(conditions).toEqual(["start", "start", "stop"]);
});

test("a master that goes away while the chip holds SDA low frees it with nine clocks", async () => {
	const { pi, lines, bus } = await start();
	// Address and read bit, then the master goes on with nothing but the acknowledge's clock.
	const low = (line: "sda" | "scl", level: 0 | 1) => {
		lines.drive(line, level);
		pi.pass(5);
	};
	low("sda", 0);
	low("scl", 0);
	for (const bit of [0, 1, 0, 0, 0, 0, 1, 1, 1] as const) {
		low("sda", bit);
		low("scl", 1);
		low("scl", 0);
	}
	low("scl", 1);
	low("scl", 0);
	low("scl", 1);
	expect(lines.level("sda")).toBe(0);
	for (let clock = 0; clock < 9; clock++) {
		low("scl", 0);
		low("scl", 1);
	}
	expect(lines.level("sda")).toBe(1);
	expect(bus.read(0x21, 1)).toHaveLength(1);
});

test("with a timeout the chip lets go by itself", async () => {
	const { pi, target, bus } = await start({ timeout: SMBUS_TIMEOUT });
	// Reads without a stop.
	bus.run(4, 0x21, 2, 7, 1, 5);
	expect(target.seen).toEqual(["write", "5"]);
	pi.pass(SMBUS_TIMEOUT * 0.9);
	expect(target.seen).toEqual(["write", "5"]);
	pi.pass(SMBUS_TIMEOUT * 1.2);
	expect(target.seen).toEqual(["write", "5", "again"]);
});

test("no noise on the lines wedges a chip", async () => {
	const { pi, bus } = await start();
	const random = new Random(11);
	for (let round = 0; round < 60; round++) {
		const noise = pi.wire({ sda, scl }, ({ drive, after }) => {
			const step = (left: number) => {
				drive(random.chance(0.5) ? "sda" : "scl", random.chance(0.5) ? 0 : 1);
				if (left > 0) after(random.between(0.5, 8), () => step(left - 1));
			};
			step(random.integer(1, 60));
		});
		pi.pass(600);
		pi.simulator.detach(noise);
		// What a master does with a hanging bus: nine clocks, then a stop.
		bus.run(4, 0x7f, 2, 6, 1, 3);
		bus.run(3);
		expect(bus.read(0x21, 1)).toHaveLength(1);
		expect(bus.write(0x21, 1, 2)).toBe(true);
	}
});
