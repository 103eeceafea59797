import { describe, expect, test } from "vitest";
import { decode, sigrokMissing, valueChangeDump } from "../devices/testing/sigrok.ts";
import { TestPi } from "../devices/testing/TestPi.ts";

// What sigrok's decoders, written by others, make of the Pi's own controllers as pigpiod samples their lines.
const title = sigrokMissing
	? `sigrok reads the controllers (skipped: ${sigrokMissing})`
	: "sigrok reads the controllers";

/** pigpiod's default, which samples a 100 kHz clock once in each half. */
const samplePeriod = 5;

/** Records lines while `run` uses the bus, beginning `phase` microseconds off the samples. */
function record(pi: TestPi, names: Record<number, string>, phase: number, run: () => void): string {
	const gpios = Object.keys(names).map(Number);
	pi.pass(1000 - (pi.now % samplePeriod) + phase);
	const before = Object.fromEntries(gpios.map((gpio) => [gpio, pi.simulator.board.read(gpio)]));
	pi.record(...gpios);
	run();
	pi.pass(1000);
	const end = Math.ceil(pi.now / samplePeriod) * samplePeriod;
	return valueChangeDump({ edges: pi.edges, names, before, end }, samplePeriod);
}

describe.skipIf(sigrokMissing !== undefined)(title, () => {
	test.each([0, 1, 4])("i2c: reads and a call in vain, %i us off the samples", async (phase) => {
		const pi = await TestPi.start();
		pi.attach("lm75", { sda: 2, scl: 3 }, { wander: 0, celsius: 25.5 });
		const missing = 0x50;
		for (const address of [0x48, missing]) pi.call("openI2c", { bus: 1, address, flags: 0 });
		const dump = record(pi, { 2: "sda", 3: "scl" }, phase, () => {
			expect(pi.call("readI2cByte", { handle: 1 })).toBe(-83);
			expect(pi.call("readI2cWordData", { handle: 0, register: 0 })).toBe(0x8019);
		});
		const words = decode(dump, samplePeriod, "i2c:scl=scl:sda=sda", "i2c=addr-data").join(" ");
		// The last stop is the dump's last edge, which the decoder does not get to.
		expect(words).toBe(
			[
				"Start Read Address read: 50 NACK Stop",
				"Start Write Address write: 48 ACK Data write: 00 ACK",
				"Start repeat Read Address read: 48 ACK Data read: 19 ACK Data read: 80 NACK",
			].join(" "),
		);
	});

	test.each([0, 1, 2, 3])("spi: a transfer in mode %i, both ways", async (mode) => {
		const pi = await TestPi.start();
		pi.attach("mcp3008", { cs: 8, sclk: 11, mosi: 10, miso: 9 }, { noise: 0, volts: [2.5] });
		pi.call("openSpi", { channel: 0, baud: 50_000, flags: mode });
		pi.call("setPull", { gpio: 9, pull: 1 });
		const names = { 8: "cs", 9: "miso", 10: "mosi", 11: "clk" };
		let received: number[] = [];
		const dump = record(pi, names, 0, () => {
			received = pi.bytes("transferSpi", { handle: 0, data: Uint8Array.of(1, 0x80, 0xa5) });
		});
		const decoder = `spi:clk=clk:mosi=mosi:miso=miso:cs=cs:cpol=${mode >> 1}:cpha=${mode & 1}`;
		const bytes = (row: string) =>
			decode(dump, samplePeriod, decoder, `spi=${row}`).map((text) => Number.parseInt(text, 16));
		expect(bytes("mosi-data")).toEqual([1, 0x80, 0xa5]);
		// In the others the chip changes its bits as they are sampled.
		if (mode === 1 || mode === 2) return;
		expect(bytes("miso-data")).toEqual(received);
		const conversion = Math.floor((2.5 / 3.3) * 1024);
		expect(received.slice(1)).toEqual([conversion >> 8, conversion & 0xff]);
	});

	test("uart: what is written, without a framing error", async () => {
		const pi = await TestPi.start();
		pi.attach("serialEcho", { rx: 14, tx: 15 }, { baud: 9600 });
		pi.call("openSerial", { baud: 9600, flags: 0, device: "/dev/ttyAMA0" });
		const dump = record(pi, { 14: "tx" }, 0, () => {
			pi.call("writeSerial", { handle: 0, data: new TextEncoder().encode("Button=1\r\n") });
			pi.pass(20_000);
		});
		const decoder = "uart:rx=tx:baudrate=9600:format=ascii";
		const text = decode(dump, samplePeriod, decoder, "uart=rx-data:rx-warnings").join("");
		expect(text).toBe("Button=1[0D][0A]");
	});
});
