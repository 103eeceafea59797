import { expect, test } from "vitest";
import { RefusedText } from "./Control.ts";
import { controlOf } from "./testing/controlOf.ts";
import { TestPi } from "./testing/TestPi.ts";

const slave = (0x13 << 16) | 0x305;
const wires = { sda: 18, scl: 19 };

function transfer(pi: TestPi, ...data: number[]) {
	return pi.bytes("transferBsc", { control: slave, data: Uint8Array.from(data) }).slice(4);
}

test("writes to the Pi's own slave, and reads what that was given", async () => {
	const pi = await TestPi.start();
	const master = pi.attach("i2cMaster", wires, { everySeconds: 0 });
	transfer(pi, 0xa5);
	controlOf(master, "write", "text").set("01 ff");
	pi.pass(10_000);
	controlOf(master, "read", "press").run();
	pi.pass(10_000);
	expect(transfer(pi)).toEqual([1, 0xff]);
	expect(controlOf(master, "last", "reading").get()).toBe("a5");
	expect(controlOf(master, "transfers", "reading").get()).toBe(2);
});

test("goes on by itself, first writing, then reading, and counts what nobody acknowledged", async () => {
	const pi = await TestPi.start();
	const master = pi.attach("i2cMaster", wires, { everySeconds: 1, bytes: [7], count: 2 });
	pi.pass(1_010_000);
	expect(controlOf(master, "failures", "reading").get()).toBe(1);
	transfer(pi, 1, 2);
	pi.pass(1_000_000);
	expect(transfer(pi)).toEqual([7]);
	expect(controlOf(master, "last", "reading").get()).toBe("01 02");
});

test.each(["", "1 2 xy", "100", Array(33).fill("0").join(" ")])("refuses to write %j", async (text) => {
	const pi = await TestPi.start();
	const master = pi.attach("i2cMaster", wires, { everySeconds: 0 });
	expect(() => controlOf(master, "write", "text").set(text)).toThrow(RefusedText);
});
