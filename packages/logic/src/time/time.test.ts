import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFrequency, formatShare, formatSpan, formatTime } from "./formatTime.ts";
import { parseFrequency, parseNumber, parseTime } from "./parseTime.ts";

/** Makes the expectations readable: thin and no-break spaces as plain ones. */
const plain = (text: string) => text.replace(/[\u2009\u00a0]/g, " ");

describe("formatTime", () => {
	it.each([
		[0, "0 µs"],
		[7, "7 µs"],
		[310, "310 µs"],
		[10_312, "10.312 ms"],
		[-10_312, "−10.312 ms"],
		[1_234_567, "1.234 567 s"],
		[59_999_999.7, "1 min 00.000 000 s"],
		[3_723_000_250, "1 h 02 min 03.000 250 s"],
		[360_000e6, "100 h 00 min 00.000 000 s"],
	])("writes %d µs as %s", (micros, text) => {
		expect(plain(formatTime(micros))).toBe(text);
	});

	it("shows no more digits than the resolution justifies", () => {
		expect(plain(formatTime(10_312, { resolution: 0.001 }))).toBe("10.312 000 ms");
		expect(plain(formatTime(0.25, { resolution: 0.001 }))).toBe("250 ns");
		expect(plain(formatTime(10_312, { resolution: 5 }))).toBe("10.310 ms");
		expect(plain(formatTime(1_234_567, { resolution: 1000 }))).toBe("1.235 s");
		expect(plain(formatTime(-0.3))).toBe("0 µs");
		expect(plain(formatTime(5, { signed: true }))).toBe("+5 µs");
	});
});

describe("formatSpan", () => {
	it.each([
		[6250, "6.250 ms"],
		[310, "310 µs"],
		[1_250_000, "1.250 s"],
		[150e6, "2.500 min"],
		[-2000, "−2.000 ms"],
	])("writes %d µs as %s", (micros, text) => {
		expect(plain(formatSpan(micros))).toBe(text);
	});

	it("trims zeros when asked", () => {
		expect(plain(formatSpan(2000, { trim: true }))).toBe("2 ms");
		expect(plain(formatSpan(100, { trim: true }))).toBe("100 µs");
		expect(plain(formatSpan(0.1, { resolution: 0.1, trim: true }))).toBe("100 ns");
	});
});

describe("formatShare", () => {
	it.each([
		[0, "0.0 %"],
		[0.248, "24.8 %"],
		[1, "100.0 %"],
		[0.0004, "< 0.1 %"],
		[0.001, "0.1 %"],
		[0.9996, "> 99.9 %"],
		[0.999, "99.9 %"],
	])("writes %d as %s", (share, text) => {
		expect(plain(formatShare(share))).toBe(text);
	});
});

describe("formatFrequency", () => {
	it.each([
		[800, "800.0 Hz"],
		[12_345, "12.35 kHz"],
		[1_000_000, "1.000 MHz"],
		[999.99, "1.000 kHz"],
		[0, "0 Hz"],
	])("writes %d Hz as %s", (hertz, text) => {
		expect(plain(formatFrequency(hertz))).toBe(text);
	});

	it("trims zeros when asked", () => {
		expect(plain(formatFrequency(25_000, { trim: true }))).toBe("25 kHz");
	});
});

describe("parsing", () => {
	it.each([
		["1.5ms", 1500],
		["+5us", 5],
		["−5 µs", -5],
		["1 min 30 s", 90e6],
		["0x3F", 63],
		["2*1.5ms", 3000],
		["1ms/4", 250],
		["(1+2) ms", 3000],
		["1.2e3", 1200],
		["-(3 - 1)", -2],
	])("reads %s as %d µs", (text, micros) => {
		expect(parseTime(text)).toBeCloseTo(micros, 6);
	});

	it("counts a bare number in the unit asked for", () => {
		expect(parseTime("2", 1000)).toBe(2000);
		expect(parseTime("2us", 1000)).toBe(2);
	});

	it.each(["", "abc", "1.5 parsecs", "1ms)", "(1", "1 +", "5/0", "ms", "1 constructor"])(
		"refuses %j",
		(text) => {
			expect(parseTime(text)).toBeUndefined();
		},
	);

	it("reads frequencies and plain numbers", () => {
		expect(parseFrequency("25 kHz")).toBe(25_000);
		expect(parseFrequency("800")).toBe(800);
		expect(parseNumber("0b101")).toBe(5);
		expect(parseNumber("5 ms")).toBeUndefined();
	});

	it("reads back every time that formatTime writes", () => {
		fc.assert(
			fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (micros) => {
				const text = formatTime(micros);
				const read = parseTime(text.startsWith("−") ? `-(${text.slice(1)})` : text);
				expect(read).toBeCloseTo(micros, 1);
			}),
		);
	});
});
