import { expect, test } from "vitest";
import type { Timed } from "../engine/Timed.ts";
import { ds18b20Commands } from "./chips/Ds18b20Chip.ts";
import { crc8 } from "./lines/crc8.ts";
import { OneWireMaster } from "./lines/OneWireMaster.ts";
import { romCommands } from "./lines/oneWireRom.ts";
import { runTimed } from "./lines/runTimed.ts";
import { controlOf } from "./testing/controlOf.ts";
import { TestPi } from "./testing/TestPi.ts";

const data = 4;
const { convert, readScratchpad, writeScratchpad, copyScratchpad, recall, readPowerSupply } = ds18b20Commands;

async function start(...serials: number[]) {
	const pi = await TestPi.start();
	const devices = serials.map((serial) => pi.attach("ds18b20", { data }, { serial }));
	const [device] = devices;
	if (device === undefined) throw new Error("no device");
	const run = <T>(steps: (master: OneWireMaster) => Timed<T>): T => {
		const results: T[] = [];
		const master = pi.wire({ data }, (connection) => {
			runTimed(connection, steps(new OneWireMaster(connection)), (result) => results.push(result));
		});
		for (let left = 2000; left > 0 && results.length === 0; left--) pi.pass(1000);
		pi.simulator.detach(master);
		if (results.length === 0) throw new Error("did not end");
		return results[0] as T;
	};
	const command = (...bytes: number[]) =>
		run(function* (master) {
			yield* master.reset();
			yield* master.write(romCommands.skip, ...bytes);
		});
	const ask = (count: number, ...bytes: number[]) =>
		run(function* (master) {
			yield* master.reset();
			yield* master.write(romCommands.skip, ...bytes);
			return [...(yield* master.read(count))];
		});
	/** Converts and reads the temperature's two bytes. */
	const measure = (celsius: number) => {
		controlOf(device, "temperature", "number").set(celsius);
		command(convert);
		pi.pass(751_000);
		const pad = ask(9, readScratchpad);
		expect(crc8(pad)).toBe(0);
		return pad.slice(0, 2);
	};
	return { pi, device, run, command, ask, measure };
}

test("after power-on it shows 85 degrees and its other registers", async () => {
	const { ask } = await start(1);
	const pad = ask(9, readScratchpad);
	expect(pad.slice(0, 8)).toEqual([0x50, 0x05, 75, 70, 0x7f, 0xff, 0x0c, 0x10]);
	expect(crc8(pad)).toBe(0);
	expect(ask(1, readPowerSupply)).toEqual([0xff]);
});

// The data sheet's table.
test.each([
	[125, 0x07d0],
	[25.0625, 0x0191],
	[10.125, 0x00a2],
	[0.5, 0x0008],
	[0, 0x0000],
	[-0.5, 0xfff8],
	[-10.125, 0xff5e],
	[-25.0625, 0xfe6f],
	[-55, 0xfc90],
])("%f degrees", async (celsius, word) => {
	const { measure } = await start(1);
	expect(measure(celsius)).toEqual([word & 0xff, word >> 8]);
});

test.each([
	[0x1f, 93_750, [0x98, 0x01]],
	[0x7f, 750_000, [0x9f, 0x01]],
])(
	"with configuration %i a conversion takes %i us, told by the read slots",
	async (setting, micros, bytes) => {
		const { pi, device, run, command, ask } = await start(1);
		controlOf(device, "temperature", "number").set(25.9375);
		command(writeScratchpad, 30, 0xf0, setting);
		expect(ask(5, readScratchpad).slice(2)).toEqual([30, 0xf0, setting]);
		command(convert);
		const begin = pi.now;
		const end = run(function* (master) {
			while ((yield* master.readBit()) === 0);
			return pi.now;
		});
		expect(Math.abs(end - begin - micros)).toBeLessThan(2000);
		expect(ask(2, readScratchpad)).toEqual(bytes);
	},
);

test("the limits are kept in its memory when they are copied, and recalled from there", async () => {
	const { command, ask, pi } = await start(1);
	command(writeScratchpad, 11, 12, 0x3f);
	command(copyScratchpad);
	pi.pass(11_000);
	command(writeScratchpad, 1, 2, 0x7f);
	command(recall);
	expect(ask(5, readScratchpad).slice(2)).toEqual([11, 12, 0x3f]);
});

test("several on one line are found by search and told apart", async () => {
	const { run } = await start(0xaaaa, 0x5555, 0xaaab);
	const found = run((master) => master.search());
	expect(found.map((rom) => [rom[0], (rom[1] ?? 0) | ((rom[2] ?? 0) << 8), crc8(rom)])).toEqual(
		expect.arrayContaining([
			[0x28, 0xaaaa, 0],
			[0x28, 0x5555, 0],
			[0x28, 0xaaab, 0],
		]),
	);
	expect(found).toHaveLength(3);
});

test("an unplugged one is silent, an unknown command is not answered", async () => {
	const { device, run, ask } = await start(1);
	expect(ask(2, 0x99)).toEqual([0xff, 0xff]);
	controlOf(device, "connected", "switch").set(false);
	expect(run((master) => master.reset())).toBe(false);
});
