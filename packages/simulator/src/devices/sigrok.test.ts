import { describe, expect, test } from "vitest";
import { ds18b20Commands } from "./chips/Ds18b20Chip.ts";
import { deviceKinds } from "./deviceKinds.ts";
import { FakeWorld } from "./FakeWorld.ts";
import { OneWireMaster } from "./lines/OneWireMaster.ts";
import { romCommands, romOf } from "./lines/oneWireRom.ts";
import { runTimed } from "./lines/runTimed.ts";
import { Random } from "./Random.ts";
import { decode as decodeDump, sigrokMissing, valueChangeDump } from "./testing/sigrok.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

// What sigrok's decoders, written by others, make of the devices' lines as pigpiod samples them.
const title = sigrokMissing
	? `sigrok reads the devices (skipped: ${sigrokMissing})`
	: "sigrok reads the devices";

const samplePeriod = 5;

/** Lets a device live and writes its lines as a value change dump, pins by name. */
function capture(kindName: string, options: Record<string, unknown>, seconds: number): string {
	const kind = deviceKinds.find((candidate) => candidate.kind === kindName);
	if (!kind) throw new Error(`no kind ${kindName}`);
	const pins = Object.keys(kind.pins);
	const gpios = Object.fromEntries(pins.map((pin, gpio) => [pin, gpio]));
	const world = new FakeWorld();
	kind.create({ name: kindName, gpios, options, random: new Random(3) }).attach(world);
	world.runTo(seconds * 1e6);
	const names = Object.fromEntries(pins.map((pin, gpio) => [gpio, pin]));
	return valueChangeDump({ edges: world.edges, names, end: seconds * 1e6 }, samplePeriod);
}

/** Records lines of a simulated Pi while `run` does something with it. */
function record(pi: TestPi, names: Record<number, string>, period: number, run: () => void): string {
	const gpios = Object.keys(names).map(Number);
	pi.pass(1000);
	const before = Object.fromEntries(gpios.map((gpio) => [gpio, pi.simulator.board.read(gpio)]));
	pi.record(...gpios);
	run();
	pi.pass(1000);
	return valueChangeDump(
		{ edges: pi.edges, names, before, end: Math.ceil(pi.now / period) * period },
		period,
	);
}

function decode(dump: string, decoder: string, annotations: string): string[] {
	return decodeDump(dump, samplePeriod, decoder, annotations);
}

describe.skipIf(sigrokMissing !== undefined)(title, () => {
	test("uart: the text, without a framing error", () => {
		const vcd = capture("uartTalker", { lines: ["Button=1\r\n"], everySeconds: 0.1 }, 1.05);
		const bytes = decode(vcd, "uart:rx=data:baudrate=9600:format=ascii", "uart=rx-data:rx-warnings");
		expect(bytes.join("")).toMatch(/^(Button=1\[0D\]\[0A\]){5,}$/);
	});

	test("i2c: readings of the thermometer and calls to a missing chip", () => {
		const vcd = capture("i2cSensor", { missShare: 0.3, everyMillis: 20 }, 1);
		const words = decode(vcd, "i2c:scl=scl:sda=sda", "i2c=addr-data").join(" ");
		expect(words).toContain(
			"Start Write Address write: 48 ACK Data write: 00 ACK Start repeat Read Address read: 48 ACK Data read: 19 ACK Data read: 80 NACK Stop",
		);
		expect(words).toContain("Start Write Address write: 50 NACK Stop");
	});

	test("ir_nec: address, commands and repeat codes", () => {
		const vcd = capture("irRemote", { keys: [0x08], everySeconds: 0.3 }, 4);
		const words = decode(vcd, "ir_nec:ir=data", "ir_nec=addr:cmd:repeat-code:warnings");
		expect(words.slice(0, 2)).toEqual(["Address: 0x04", "Command: 0x08"]);
		expect(new Set(words)).toEqual(new Set(["Address: 0x04", "Command: 0x08", "Repeat code"]));
	});

	test("am230x: humidity, temperature and a right checksum", () => {
		const words = decode(capture("dht22", {}, 6), "am230x:sda=data", "am230x=results");
		expect(words).toContain("Checksum: OK");
		expect(words.join(" ")).toMatch(/Humidity: 4[78]\.\d % Temperature: 23\.\d °C/);
		expect(words.join(" ")).not.toMatch(/not OK|wrong/i);
	});

	test("i2c: chips that the daemon's master reads and writes", async () => {
		const pi = await TestPi.start();
		const pins = { sda: 2, scl: 3 };
		pi.attach("lm75", pins, { wander: 0, celsius: 25.5 });
		pi.attach("eeprom24c32", pins, { text: "Hi" });
		const dump = record(pi, { 2: "sda", 3: "scl" }, samplePeriod, () => {
			const bus = new TestI2c(pi, 2, 3, 10_000);
			bus.read(0x48, 2, 0);
			bus.read(0x57, 2, 0, 0);
			bus.write(0x50, 1);
		});
		const words = decode(dump, "i2c:scl=scl:sda=sda", "i2c=addr-data").join(" ");
		expect(words).toContain(
			"Start Write Address write: 48 ACK Data write: 00 ACK Start repeat Read Address read: 48 ACK Data read: 19 ACK Data read: 80 NACK Stop",
		);
		expect(words).toContain(
			"Data write: 00 ACK Start repeat Read Address read: 57 ACK Data read: 48 ACK Data read: 69 NACK Stop",
		);
		expect(words).toContain("Start Write Address write: 50 NACK");
	});

	test("spi: a conversion, both ways", async () => {
		const pi = await TestPi.start();
		pi.attach("mcp3008", { cs: 8, sclk: 11, mosi: 10, miso: 9 }, { noise: 0, volts: [2.5] });
		pi.call("openBitBangSpi", { cs: 8, miso: 9, mosi: 10, sclk: 11, baud: 10_000, flags: 0 });
		pi.call("setPull", { gpio: 9, pull: 1 });
		const names = { 8: "cs", 9: "miso", 10: "mosi", 11: "clk" };
		const dump = record(pi, names, samplePeriod, () => {
			pi.call("transferBitBangSpi", { cs: 8, data: Uint8Array.of(1, 0x80, 0) });
		});
		const bytes = (row: string) => decode(dump, "spi:clk=clk:mosi=mosi:miso=miso:cs=cs", `spi=${row}`);
		expect(bytes("mosi-data")).toEqual(["01", "80", "00"]);
		const result = Math.floor((2.5 / 3.3) * 1024);
		expect(bytes("miso-data")).toEqual(
			[0, result >> 8, result & 0xff].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()),
		);
	});

	test("onewire and ds18b20: a thermometer is read", async () => {
		const pi = await TestPi.start();
		const data = 4;
		pi.attach("ds18b20", { data }, { serial: 0x123456, celsius: 21.25 });
		// A slot's shortest low is 6 us: sampled finer than a Pi usually does.
		const dump = record(pi, { [data]: "owr" }, 1, () => {
			const results: unknown[] = [];
			pi.wire({ data }, (connection) => {
				const master = new OneWireMaster(connection);
				function* steps() {
					yield* master.reset();
					yield* master.write(romCommands.skip, ds18b20Commands.convert);
					yield 760_000;
					yield* master.reset();
					yield* master.write(romCommands.match);
					yield* master.write(...romOf(0x28, 0x123456), ds18b20Commands.readScratchpad);
					yield* master.read(9);
				}
				runTimed(connection, steps(), () => results.push("done"));
			});
			pi.pass(800_000);
			expect(results).toEqual(["done"]);
		});
		const network = decodeDump(dump, 1, "onewire_link:owr=owr,onewire_network", "onewire_network");
		expect(network.slice(0, 9)).toEqual([
			"Reset/presence: true",
			"ROM command: 0xcc 'Skip ROM'",
			"Data: 0x44",
			"Reset/presence: true",
			"ROM command: 0x55 'Match ROM'",
			expect.stringMatching(/^ROM: 0x\w\w00000012345628$/),
			"Data: 0xbe",
			"Data: 0x54",
			"Data: 0x01",
		]);
	});

	test("ds1307: the time from the clock's registers", async () => {
		const pi = await TestPi.start();
		const pins = { sda: 2, scl: 3 };
		pi.attach("ds3231", pins, { time: "2026-11-20T14:25:36" });
		const dump = record(pi, { 2: "sda", 3: "scl" }, samplePeriod, () => {
			const bus = new TestI2c(pi, 2, 3, 10_000);
			bus.read(0x68, 7, 0);
		});
		const words = decode(dump, "i2c:scl=scl:sda=sda,ds1307", "ds1307").join(" ");
		for (const text of ["Second: 36", "Minute: 25", "Hour: 14", "Date: 20", "Month: 11", "Year: 26"]) {
			expect(words).toContain(text);
		}
	});
});
