import { describe, expect, it } from "vitest";
import { isWholeCommand, parseLine } from "./parseLine.ts";

const isPin = (pin: number) => pin >= 0 && pin <= 16;
const parse = (text: string) => {
	const { id, ...outcome } = parseLine(text, isPin);
	const what = "command" in outcome ? outcome.command : outcome.problem;
	return id === undefined ? what : { id, what };
};

describe("parseLine", () => {
	it.each([
		["READ 7", { kind: "read", pin: 7 }],
		["  READ   +7  and more", { kind: "read", pin: 7 }],
		["WRITE 0 1", { kind: "write", pin: 0, level: 1 }],
		["MODE 11 OUT", { kind: "mode", pin: 11, mode: "OUT" }],
		["MODE 11 IN", { kind: "mode", pin: 11, mode: "IN" }],
		["READALL", { kind: "readAll" }],
		["INFO", { kind: "info" }],
		["INTERRUPT 7 RISING", { kind: "interrupt", pin: 7, edge: "RISING", intervalMs: 0 }],
		["INTERRUPT 7 BOTH 500", { kind: "interrupt", pin: 7, edge: "BOTH", intervalMs: 500 }],
		["INTERRUPT 7 NONE", { kind: "noInterrupt", pin: 7 }],
		["#42 READ 7", { id: "#42", what: { kind: "read", pin: 7 } }],
		["#a.b_c:d-1 READ", { id: "#a.b_c:d-1", what: "parameter of type integer expected" }],
	])("understands %s", (text, expected) => {
		expect(parse(text)).toEqual(expected);
	});

	it.each([
		["UNKNOWNCOMMAND", "unkown command"],
		["read 1", "unkown command"],
		["READER 1", "unkown command"],
		["constructor", "unkown command"],
		["READ", "parameter of type integer expected"],
		["READ A", "parameter of type integer expected"],
		["READ 999", "unknown port number"],
		["READ -1", "unknown port number"],
		["WRITE", "expected WRITE <#pin> <0|1>"],
		["WRITE 1", "expected WRITE <#pin> <0|1>"],
		["WRITE a 0", "expected WRITE <#pin> <0|1>"],
		["WRITE 10 o", "expected WRITE <#pin> <0|1>"],
		["WRITE 999 0", "unknown port number"],
		["WRITE 11 3", "value must be 0 or 1"],
		["MODE", "expected MODE <#pin> <IN|OUT>"],
		["MODE 1", "expected MODE <#pin> <IN|OUT>"],
		["MODE a 0", "expected MODE <#pin> <IN|OUT>"],
		["MODE 999 0", "unknown port number"],
		["MODE 10 o", "mode must be IN or OUT"],
		["MODE 10 INPUT", "mode must be IN or OUT"],
		["INTERRUPT", "expected INTERRUPT <#pin> <RISING|FALLING|BOTH|NONE> [milliseconds]"],
		["INTERRUPT 7", "expected INTERRUPT <#pin> <RISING|FALLING|BOTH|NONE> [milliseconds]"],
		["INTERRUPT 99 BOTH", "unknown port number"],
		["INTERRUPT 7 rising", "edge must be RISING, FALLING, BOTH or NONE"],
		["INTERRUPT 7 BOTH -1", "interval must be 0 to 3600000 milliseconds"],
		["INTERRUPT 7 BOTH 3600001", "interval must be 0 to 3600000 milliseconds"],
		["INTERRUPT 7 BOTH soon", "interval must be 0 to 3600000 milliseconds"],
		["# READ 1", "an identifier is # and 1 to 32 letters, digits or any of . _ : -"],
		[`#${"x".repeat(33)} READ 1`, "an identifier is # and 1 to 32 letters, digits or any of . _ : -"],
	])("refuses %s: %s", (text, problem) => {
		expect(parse(text)).toBe(problem);
	});
});

describe("isWholeCommand", () => {
	it.each(["READALL", "READ 7", "#1 READ 7", "WRITE 7 1", "MODE 7 IN", "INFO "])("is true for %s", (text) => {
		expect(isWholeCommand(text)).toBe(true);
	});

	it.each([
		"",
		"READ",
		"READA",
		"WRITE 1",
		"WRITE 1 ",
		"INTERRUPT 7 BOTH",
		"MODE 7 ",
		"MODE 7 O",
		"#1",
		"nonsense",
	])("waits for more after %j", (text) => {
		expect(isWholeCommand(text)).toBe(false);
	});
});
