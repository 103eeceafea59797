import { expect, test } from "vitest";
import { UartReceiver } from "../devices/lines/UartReceiver.ts";
import { UartSender } from "../devices/lines/UartSender.ts";
import { TestPi } from "../devices/testing/TestPi.ts";
import type { Connection } from "../devices/WiredDevice.ts";
import type { UartFormat } from "../devices/waveforms/uart.ts";
import { uartPins } from "../serial/Uart.ts";

const { txd, rxd } = uartPins;
const format = (baud: number): UartFormat => ({ baud, dataBits: 8, parity: "none", stopBits: 1 });
const text = (...strings: string[]) => new TextEncoder().encode(strings.join(""));

/** A Pi with a modem on both lines of its UART. */
async function start(baud = 9600) {
	const pi = await TestPi.start();
	const heard: (number | string)[] = [];
	let sender: UartSender<string> | undefined;
	const modem = (lines: Connection) => {
		sender = new UartSender(lines, "to", format(baud));
		new UartReceiver(lines, "from", format(baud), (value, fault) => heard.push(fault ?? value));
	};
	pi.wire({ to: rxd, from: txd }, modem, "uart");
	const open = (device = "/dev/ttyAMA0", rate = baud) =>
		pi.call("openSerial", { baud: rate, flags: 0, device });
	const say = (bytes: Iterable<number>) => sender?.send(bytes);
	const read = (handle = 0, count = 65_535) => Buffer.from(pi.bytes("readSerial", { handle, count }));
	return { pi, heard, open, say, read };
}

test("the UART has three names, and exists if the bench has something on a line of it", async () => {
	const { open } = await start();
	expect(["/dev/ttyAMA0", "/dev/ttyS0", "/dev/serial0"].map((name) => open(name))).toEqual([0, 1, 2]);
	expect([open("/dev/ttyUSB0"), open("/dev/serial1"), open("/dev/null")]).toEqual([-72, -72, -79]);
	const bare = await TestPi.start();
	const openBare = () => bare.call("openSerial", { baud: 9600, flags: 0, device: "/dev/ttyAMA0" });
	bare.wire({ line: 17 }, () => {}, "uart");
	expect(openBare()).toBe(-72);
	bare.wire({ line: rxd }, () => {}, "uart");
	expect(openBare()).toBe(0);
});

test.each([300, 9600, 115_200, 230_400])("%i baud: what is sent arrives, both ways", async (baud) => {
	const { pi, heard, open, say, read } = await start(baud);
	expect(open()).toBe(0);
	const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
	expect(pi.call("writeSerial", { handle: 0, data: bytes })).toBe(0);
	say(bytes);
	pi.pass((257 * 10 * 1e6) / baud);
	expect(heard).toEqual([...bytes]);
	expect(pi.call("getSerialAvailable", { handle: 0 })).toBe(256);
	expect([...read()]).toEqual([...bytes]);
	expect(pi.call("getSerialAvailable", { handle: 0 })).toBe(0);
	expect(read()).toHaveLength(0);
	expect(pi.call("readSerialByte", { handle: 0 })).toBe(-87);
});

test("what came before the port was opened is not heard, also not half of it", async () => {
	const { pi, open, say, read } = await start(4800);
	say(text("UU"));
	// In the middle of a character.
	pi.pass(3000);
	open();
	pi.pass(10_000);
	read();
	say(text("heard"));
	pi.pass(20_000);
	expect(read().toString()).toBe("heard");
});

test("a byte is ten bits on TXD, which rests high", async () => {
	const { pi, open } = await start(1200);
	expect(pi.call("read", { gpio: txd })).toBe(1);
	open();
	pi.record(txd);
	const begin = pi.now;
	pi.call("writeSerialByte", { handle: 0, value: 0b0101_0011 });
	pi.pass(10_000);
	const bit = 1e6 / 1200;
	const changes = pi.edgesOf(txd).map(({ time, level }) => [Math.round((time - begin) / bit), level]);
	expect(changes).toEqual([
		[0, 0],
		[1, 1],
		[3, 0],
		[5, 1],
		[6, 0],
		[7, 1],
		[8, 0],
		[9, 1],
	]);
});

test("handles share the port: a further one sets everyone's rate and discards what was not read", async () => {
	const { pi, open, say, read } = await start(9600);
	open();
	say(text("lost"));
	pi.pass(20_000);
	expect(open()).toBe(1);
	expect(pi.call("getSerialAvailable", { handle: 0 })).toBe(0);
	say(text("shared"));
	pi.pass(20_000);
	expect(read(1, 3).toString()).toBe("sha");
	expect(read(0, 10).toString()).toBe("red");
	open("/dev/serial0", 19_200);
	say(text("A"));
	pi.pass(20_000);
	expect(read(0).toString()).not.toBe("A");
	expect(pi.call("closeSerial", { handle: 2 })).toBe(0);
	expect(pi.call("closeSerial", { handle: 0 })).toBe(0);
	expect(pi.call("getSerialAvailable", { handle: 0 })).toBe(-25);
	expect(pi.call("getSerialAvailable", { handle: 1 })).toBe(0);
});

test("what comes while nobody has the port open is lost", async () => {
	const { pi, open, say, read } = await start();
	say(text("unheard"));
	pi.pass(3000);
	open();
	pi.pass(20_000);
	// The last letters come after the port was opened in the middle of one.
	expect(read().toString()).toMatch(/.?rd$/);
	pi.call("closeSerial", { handle: 0 });
	say(text("unheard"));
	pi.pass(20_000);
	open();
	say(text("heard"));
	pi.pass(20_000);
	expect(read().toString()).toBe("heard");
});

test("a full port takes the rest as it sends; without any room for a byte writing fails", async () => {
	const { pi, heard, open } = await start(9600);
	open();
	const begin = pi.now;
	expect(pi.call("writeSerial", { handle: 0, data: new Uint8Array(5000) })).toBe(0);
	expect(pi.now - begin).toBeCloseTo(950_000, -5);
	// All but what went out during the last pause is in the buffer: bytes fit in until it is full.
	let taken = 5000;
	while (pi.call("writeSerialByte", { handle: 0, value: 1 }) === 0) taken++;
	expect(taken).toBeLessThan(10_000);
	expect(pi.call("writeSerialByte", { handle: 0, value: 1 })).toBe(-85);
	expect(pi.call("writeSerial", { handle: 0, data: text("x") })).toBe(-85);
	// Closing for good waits until all has been sent.
	expect(pi.call("closeSerial", { handle: 0 })).toBe(0);
	expect(heard).toHaveLength(taken);
	expect(new Set(heard)).toEqual(new Set([0, 1]));
});

test("a reader that does not read is told of 4095 bytes, and loses none of the next 65536", async () => {
	const { pi, open, say, read } = await start(230_400);
	open();
	// Each of these values has but one pulse on the line.
	const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (0xff << (index % 9)) & 0xff);
	say(bytes);
	pi.pass(4e6);
	expect(pi.call("getSerialAvailable", { handle: 0 })).toBe(4095);
	const parts: Buffer[] = [];
	for (let part = read(); part.length > 0; part = read()) parts.push(part);
	expect(parts[0]).toHaveLength(4095);
	expect(Buffer.concat(parts)).toEqual(Buffer.from(bytes.subarray(0, 4095 + 65_536)));
});

test("a character without a stop bit is delivered as read, a break as one 0", async () => {
	const { pi, open, read } = await start(9600);
	open();
	const noise = pi.wire({ line: rxd }, ({ drive, after }) => {
		drive("line", 0);
		after(5000, () => drive("line", undefined));
	});
	pi.pass(10_000);
	expect([...read()]).toEqual([0]);
	pi.simulator.detach(noise);
	pi.wire({ line: rxd }, ({ drive, after }) => {
		// Low but for the third and fourth data bit, and where the stop bit should be.
		const bit = 1e6 / 9600;
		drive("line", 0);
		after(3 * bit, () => drive("line", undefined));
		after(5 * bit, () => drive("line", 0));
		after(11 * bit, () => drive("line", undefined));
	});
	pi.pass(10_000);
	expect([...read()]).toEqual([0b0000_1100]);
});

test("without ALT0 the lines are not the UART's", async () => {
	const { pi, heard, open, say, read } = await start();
	open();
	pi.call("setMode", { gpio: txd, mode: 0 });
	pi.call("setMode", { gpio: rxd, mode: 0 });
	pi.call("writeSerial", { handle: 0, data: text("silence") });
	say(text("silence"));
	pi.pass(20_000);
	expect(heard).toEqual([]);
	expect(read()).toHaveLength(0);
});

test("a script writes and reads the port", async () => {
	const { pi, heard, open, say } = await start();
	open();
	say(text("Z"));
	pi.pass(5000);
	const script = "serda 0 sta p0 serrb 0 sta p1 serrb 0 sta p2 serwb 0 65 sta p3 serc 0 serc 0 sta p4";
	expect(pi.call("storeScript", { text: script })).toBe(0);
	pi.pass(1000);
	pi.call("runScript", { script: 0, params: [] });
	pi.pass(20_000);
	const words = new Int32Array(Uint8Array.from(pi.bytes("getScriptStatus", { script: 0 })).buffer);
	// Closing waited for the byte to be sent.
	expect([...words.slice(0, 6)]).toEqual([1, 1, 90, -87, 0, -25]);
	expect(heard).toEqual([65]);
});
