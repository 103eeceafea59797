import { expect, test } from "vitest";
import { callNobody, type I2cStep, i2cWaveform, readRegister } from "./i2c.ts";

/** Reads both lines as a bus monitor does. */
function monitor(steps: readonly I2cStep[], halfPeriod = () => 50): string[] {
	const seen: string[] = [];
	let [sda, scl]: number[] = [1, 1];
	let bits: number[] = [];
	let last = -1;
	for (const { time, line, level } of i2cWaveform(steps, halfPeriod).edges) {
		expect(time).toBeGreaterThanOrEqual(last);
		last = time;
		if (line === "scl") {
			scl = level;
			if (scl === 1) bits.push(sda ?? -1);
			if (bits.length === 9) {
				const value = bits.slice(0, 8).reduce((sum, bit) => sum * 2 + bit, 0);
				seen.push(`${value.toString(16)}${bits[8] === 0 ? "+" : "-"}`);
				bits = [];
			}
		} else {
			if (scl === 1 && level !== sda) {
				seen.push(level === 0 ? "S" : "P");
				bits = [];
			}
			sda = level;
		}
	}
	expect([sda, scl]).toEqual([1, 1]);
	return seen;
}

test("reading a register shows both halves, and the last byte not acknowledged", () => {
	expect(monitor(readRegister(0x48, 0, [0x19, 0x80]))).toEqual([
		"S",
		"90+",
		"0+",
		"S",
		"91+",
		"19+",
		"80-",
		"P",
	]);
});

test("an address nobody answers is not acknowledged", () => {
	expect(monitor(callNobody(0x50))).toEqual(["S", "a0-", "P"]);
});

test("a jittering clock changes nothing but times", () => {
	let n = 0;
	expect(monitor(readRegister(0x48, 0, [0xff, 0x00]), () => 40 + (n++ % 7) * 3)).toEqual(
		monitor(readRegister(0x48, 0, [0xff, 0x00])),
	);
});
