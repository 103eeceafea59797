import { expect, test } from "vitest";
import type { Timed } from "../../engine/Timed.ts";
import { TestPi } from "../testing/TestPi.ts";
import { crc8 } from "./crc8.ts";
import { OneWireMaster } from "./OneWireMaster.ts";
import { OneWireSlave } from "./OneWireSlave.ts";
import { romCommands, romOf, selectRom } from "./oneWireRom.ts";
import { type Dialogue, giveBytes, takeByte } from "./oneWireSlots.ts";
import { runTimed } from "./runTimed.ts";

const data = 4;

/** A chip that answers a byte with its complement, as long as slots come. */
function chip(pi: TestPi, serial: number, hasAlarm = false) {
	const rom = romOf(0x28, serial);
	let slave: OneWireSlave | undefined;
	function* dialogue(): Dialogue {
		if (!(yield* selectRom(rom, () => hasAlarm))) return;
		for (;;) yield* giveBytes([~(yield* takeByte()) & 0xff]);
	}
	pi.wire({ data }, (connection) => {
		slave = new OneWireSlave(connection, dialogue);
	});
	if (slave === undefined) throw new Error("not attached");
	return { rom, slave };
}

/** Performs what a master does, in virtual time. */
function perform<T>(pi: TestPi, steps: (master: OneWireMaster) => Timed<T>): T {
	const results: T[] = [];
	const device = pi.wire({ data }, (connection) => {
		runTimed(connection, steps(new OneWireMaster(connection)), (result) => results.push(result));
	});
	for (let left = 1000; left > 0 && results.length === 0; left--) pi.pass(10_000);
	pi.simulator.detach(device);
	if (results.length === 0) throw new Error("did not end");
	return results[0] as T;
}

test("the checksum is that of Maxim's application note", () => {
	expect(crc8([0x02, 0x1c, 0xb8, 0x01, 0x00, 0x00, 0x00])).toBe(0xa2);
	const rom = romOf(0x28, 0x0123456789ab);
	expect([...rom.subarray(0, 7)]).toEqual([0x28, 0xab, 0x89, 0x67, 0x45, 0x23, 0x01]);
	expect(crc8(rom)).toBe(0);
});

test("a reset is answered within the data sheet's times, a shorter low is not", async () => {
	const pi = await TestPi.start();
	chip(pi, 1);
	pi.record(data);
	const device = pi.wire({ data }, ({ drive, after }) => {
		drive("data", 0);
		after(470, () => drive("data", 1));
		after(2000, () => drive("data", 0));
		after(2480, () => drive("data", 1));
	});
	pi.pass(5000);
	pi.simulator.detach(device);
	const times = pi.edges.map(({ time }) => Math.round(time));
	expect(times.slice(0, 4)).toEqual([0, 470, 2000, 2480]);
	const [presence = 0, end = 0, ...more] = times.slice(4);
	expect(presence - 2480).toBeGreaterThanOrEqual(15);
	expect(presence - 2480).toBeLessThanOrEqual(60);
	expect(end - presence).toBeGreaterThanOrEqual(60);
	expect(end - presence).toBeLessThanOrEqual(240);
	expect(more).toEqual([]);
	expect(perform(pi, (master) => master.reset())).toBe(true);
});

test("a chip is read, skipped to, and matched by its name", async () => {
	const pi = await TestPi.start();
	const { rom, slave } = chip(pi, 0xc0ffee);
	const answer = perform(pi, function* (master) {
		yield* master.reset();
		yield* master.write(romCommands.read);
		const name = yield* master.read(8);
		yield* master.reset();
		yield* master.write(romCommands.skip, 0x0f);
		const skipped = yield* master.read(1);
		yield* master.reset();
		yield* master.write(romCommands.match, ...rom, 0x55);
		const matched = yield* master.read(1);
		yield* master.reset();
		yield* master.write(romCommands.match, ...rom.toReversed(), 0x55);
		return { name, skipped, matched, missed: yield* master.read(1) };
	});
	expect(answer.name).toEqual(rom);
	expect([...answer.skipped, ...answer.matched, ...answer.missed]).toEqual([0xf0, 0xaa, 0xff]);
	slave.isConnected = false;
	expect(perform(pi, (master) => master.reset())).toBe(false);
});

test("a search finds every chip of a line once, an alarm search those with an alarm", async () => {
	const pi = await TestPi.start();
	const chips = [chip(pi, 0x1234), chip(pi, 0x1235, true), chip(pi, 0xff_0000_0000), chip(pi, 0)];
	const found = perform(pi, (master) => master.search());
	const text = (rom: Uint8Array) => Buffer.from(rom).toString("hex");
	expect(found.map(text).sort()).toEqual(chips.map(({ rom }) => text(rom)).sort());
	const [bit, complement] = perform(pi, function* (master) {
		yield* master.reset();
		yield* master.write(romCommands.alarmSearch);
		// Family 0x28 begins with a 0; who has no alarm is silent, so only one chip's bits are there.
		const bits: number[] = [];
		for (let index = 0; index < 9; index++) {
			bits.push(yield* master.readBit(), yield* master.readBit());
			yield* master.writeBit(index === 8 ? 1 : (0x28 >> index) & 1);
		}
		return bits.slice(-2);
	});
	// 0x1235: its serial number begins with a 1.
	expect([bit, complement]).toEqual([1, 0]);
});

test("an empty line answers nothing", async () => {
	const pi = await TestPi.start();
	pi.call("setPull", { gpio: data, pull: 2 });
	expect(perform(pi, (master) => master.reset())).toBe(false);
	expect(perform(pi, (master) => master.search())).toEqual([]);
});
