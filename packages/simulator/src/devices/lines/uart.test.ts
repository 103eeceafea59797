import { expect, test } from "vitest";
import { TestPi } from "../testing/TestPi.ts";
import type { UartFormat } from "../waveforms/uart.ts";
import { UartReceiver } from "./UartReceiver.ts";
import { UartSender } from "./UartSender.ts";

const line = 15;
const format: UartFormat = { baud: 9600, dataBits: 8, parity: "none", stopBits: 1 };

async function start(receives: UartFormat, sends: UartFormat = receives) {
	const pi = await TestPi.start();
	const seen: (number | string)[] = [];
	let sender: UartSender<"data"> | undefined;
	pi.wire({ data: line }, (connection) => {
		sender = new UartSender<"data">(connection, "data", sends);
		new UartReceiver(connection, "data", receives, (value, fault) => seen.push(fault ?? value));
	});
	const send = (...bytes: number[]) => sender?.send(bytes);
	return { pi, seen, send };
}

const bytes = [0x00, 0x1f, 0x15, 0x0a, 0x01];

test.each([
	format,
	{ ...format, baud: 115_200, parity: "even" },
	{ ...format, baud: 31_250, parity: "odd", stopBits: 2 },
	{ ...format, baud: 300, dataBits: 5 },
] as const)("what is sent is received: %o", async (each) => {
	const { pi, seen, send } = await start(each);
	send(...bytes);
	send(0x11);
	pi.pass(1e6);
	expect(seen).toEqual([...bytes, 0x11]);
});

test("the daemon's bit-banged reader gets the same", async () => {
	const { pi, send } = await start(format);
	pi.pass(5000);
	pi.call("openBitBangSerial", { gpio: line, baud: 9600, dataBits: 8 });
	send(...new TextEncoder().encode("Hello"));
	pi.pass(50_000);
	expect(String.fromCharCode(...pi.bytes("readBitBangSerial", { gpio: line, count: 100 }))).toBe("Hello");
});

test("a wrong parity and a missing stop bit are told", async () => {
	const wrongParity = await start({ ...format, parity: "even" }, { ...format, parity: "odd" });
	wrongParity.send(0x41);
	wrongParity.pi.pass(10_000);
	expect(wrongParity.seen).toEqual(["parity"]);
	const slow = await start(format, { ...format, baud: 4800 });
	slow.send(0x00);
	slow.pi.pass(10_000);
	expect(slow.seen[0]).toBe("framing");
});

test("a spike is no start bit", async () => {
	const { pi, seen, send } = await start(format);
	pi.wire({ data: line }, ({ drive, after }) => {
		drive("data", 0);
		after(20, () => drive("data", 1));
	});
	pi.pass(2000);
	send(0x42);
	pi.pass(5000);
	expect(seen).toEqual([0x42]);
});
