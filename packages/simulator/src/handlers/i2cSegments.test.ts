import { expect, test } from "vitest";
import { RegisterChip } from "../buses/testing/RegisterChip.ts";
import { I2cSlave } from "../devices/lines/I2cSlave.ts";
import { TestPi } from "../devices/testing/TestPi.ts";

const runSegments = 92;
const [end, longer, on, off, to, flags, read, write] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const refused = { segment: -106, rlen: -110, wlen: -109, command: -111 };

/** Two chips on bus 1, the first one opened. */
async function start() {
	const pi = await TestPi.start();
	const chips = [0x21, 0x22].map((address) => new RegisterChip(address, address, 1, 2, 3));
	for (const chip of chips) {
		pi.wire({ sda: 2, scl: 3 }, (lines) => void new I2cSlave(lines, chip), "i2c");
	}
	expect(pi.call("openI2c", { bus: 1, address: 0x21, flags: 0 })).toBe(0);
	const run = (...list: number[]) => {
		const reply = pi.raw(runSegments, 0, 0, Uint8Array.from(list));
		return typeof reply === "number" ? reply : [...reply];
	};
	return { pi, run, seen: () => chips.map((chip) => chip.take()) };
}

test("segments are one transfer with repeated starts", async () => {
	const { run, seen } = await start();
	expect(run(write, 1, 1, read, 3, end)).toEqual([1, 2, 3]);
	expect(seen()).toEqual(["S w 01 Sr r 01 02 03 P", ""]);
	expect(run(write, 2, 1, 9, write, 1, 0, read, 2, end)).toEqual([0x21, 9]);
	expect(seen()).toEqual(["S w 01 09 Sr w 00 Sr r 21 09 P", ""]);
	expect(run(read, 1)).toEqual([2]);
});

test("the driver reads at the end of a transfer only; switching the combined flag ends a transfer", async () => {
	const { run, seen } = await start();
	expect(run(write, 1, 1, read, 1, write, 1, 2, read, 1, end)).toBe(refused.segment);
	expect(seen()).toEqual(["", ""]);
	expect(run(write, 1, 1, read, 1, on, to, 0x22, write, 1, 2, read, 1, off, end)).toEqual([1, 2]);
	expect(seen()).toEqual(["S w 01 Sr r 01 P", "S w 02 Sr r 02 P"]);
});

test("the escape gives a parameter two bytes, flags always have two", async () => {
	const { run, seen } = await start();
	expect(run(longer, to, 0x22, 0, write, 1, 1, longer, read, 2, 0, end)).toEqual([1, 2]);
	expect(seen()).toEqual(["", "S w 01 Sr r 01 02 P"]);
	expect(run(flags, 0x10, 0x80, read, 1, end)).toHaveLength(1);
	// A length from the device needs more room than the list gives.
	expect(run(flags, 0x00, 0x04, read, 1, end)).toBe(refused.segment);
	expect(run(longer, read, 0x00, 0x20, end)).toHaveLength(8192);
	expect(run(longer, read, 0x01, 0x20, end)).toBe(refused.segment);
});

test("a fault of the list is told before anything gathered is sent", async () => {
	const { run, seen } = await start();
	expect(run(write, 1, 1, 8)).toBe(refused.command);
	expect(run(write, 1, 1, to)).toBe(refused.command);
	expect(run(write, 1, 1, flags, 1)).toBe(refused.command);
	expect(run(write, 1, 1, read)).toBe(refused.rlen);
	expect(run(longer, read, 0xfe, 0x7f, read, 1, end)).toBe(refused.rlen);
	expect(run(write, 2, 1, end)).toBe(refused.wlen);
	expect(run(write, 1, 1)).toBe(refused.wlen);
	expect(seen()).toEqual(["", ""]);
});

test("an address nobody has is a failed segment; what came before was sent", async () => {
	const { run, seen } = await start();
	expect(run(write, 1, 1, to, 0x50, write, 1, 1, end)).toBe(refused.segment);
	// The first chip hears a repeated start that is not for it.
	expect(seen()).toEqual(["S w 01", ""]);
	expect(run(write, 1, 1, on, to, 0x50, read, 1, off, 8)).toBe(refused.segment);
});

test("the forty-third segment begins another transfer", async () => {
	const { run, seen } = await start();
	const list = Array.from({ length: 43 }, () => [write, 1, 0]).flat();
	expect(run(...list, end)).toEqual([]);
	const [text = ""] = seen();
	expect(text.split(" ").filter((word) => word === "P")).toHaveLength(2);
	expect(text).toMatch(/^(S|Sr) w 00 (Sr w 00 ){41}P S w 00 P$/);
});
