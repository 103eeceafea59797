import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTargetAddress, parseTargetAddress, targetNameProblem } from "./targetInput.ts";

describe("parseTargetAddress", () => {
	it.each([
		["bench-pi", "bench-pi", 8888],
		["bench-pi.local:9000", "bench-pi.local", 9000],
		["192.168.1.5:9000", "192.168.1.5", 9000],
		["[::1]:9000", "::1", 9000],
		["::1", "::1", 8888],
	])("reads %s", (text, host, port) => {
		expect(parseTargetAddress(text)).toEqual({ host, port });
	});

	it.each([
		["", "Give a host"],
		["http://bench-pi", "Give a host"],
		["a b", "Give a host"],
		["bench/pi", "letters, digits, dots and hyphens"],
		["bench-pi:", "A port is a whole number from 1 to 65535"],
		["bench-pi:0", "A port is a whole number from 1 to 65535"],
		["bench-pi:70000", "A port is a whole number from 1 to 65535"],
		["bench-pi:http", "A port is a whole number from 1 to 65535"],
		["x".repeat(254), "up to 253 letters"],
	])("says what is wrong with %j", (text, problem) => {
		expect(parseTargetAddress(text)).toEqual({ problem: expect.stringContaining(problem) });
	});

	it("reads back what formatTargetAddress wrote", () => {
		const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
		fc.assert(
			fc.property(host, fc.integer({ min: 1, max: 65_535 }), (host, port) => {
				expect(parseTargetAddress(formatTargetAddress({ host, port }))).toEqual({ host, port });
			}),
		);
	});
});

describe("targetNameProblem", () => {
	it("wants 1 to 40 letters", () => {
		expect(targetNameProblem("  ")).toBe("Give a name of 1 to 40 letters");
		expect(targetNameProblem("x".repeat(41))).toBe("A name has up to 40 letters; this has 41");
		expect(targetNameProblem(" Bench ")).toBeUndefined();
	});
});
