import type { LogEntry } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import type { NumberedEntry } from "../../stores/logStore.ts";
import { filterEntries, isSelected, selectedEntries } from "./filterEntries.ts";
import { resultText } from "./resultText.ts";

let number = 0;
const entry = (pigs: string, rest: Partial<LogEntry> = {}): NumberedEntry => ({
	at: 1000,
	target: "pi",
	session: "s1",
	pigs,
	result: 0,
	milliseconds: 1,
	number: ++number,
	...rest,
});
const refused = { code: "daemonError", message: "Unknown handle (PI_BAD_HANDLE)." } as const;

describe("filterEntries", () => {
	const entries = [
		entry("w 4 1"),
		entry("spir 9 4", { result: undefined, error: refused }),
		entry("r 4", { session: "http", result: 1 }),
	];
	const pigsOf = (filter: object) =>
		filterEntries(entries, { text: "", session: "", onlyErrors: false, ...filter }).map(({ pigs }) => pigs);

	it("looks for words in commands and answers, for who, for errors", () => {
		expect(pigsOf({})).toHaveLength(3);
		expect(pigsOf({ text: "4 done" })).toEqual(["w 4 1"]);
		expect(pigsOf({ text: "bad_handle" })).toEqual(["spir 9 4"]);
		expect(pigsOf({ text: "high" })).toEqual(["r 4"]);
		expect(pigsOf({ session: "http" })).toEqual(["r 4"]);
		expect(pigsOf({ onlyErrors: true })).toEqual(["spir 9 4"]);
	});

	it("has a stretch in both directions", () => {
		const [first, , last] = entries.map((each) => each.number) as [number, number, number];
		const selection = { anchor: last, head: first };
		expect(selectedEntries(entries, selection)).toHaveLength(3);
		expect(selectedEntries(entries, undefined)).toHaveLength(3);
		expect(isSelected(last + 1, selection)).toBe(false);
	});
});

describe("resultText", () => {
	it.each([
		[entry("w 4 1"), "done"],
		[entry("r 4", { result: 1 }), "1 (high)"],
		[entry("i2crd 0 2", { result: { hex: "4869" } }), "2 bytes: 48 69  Hi"],
		[entry("wvnew wvag 16 0 5 wvcre", { result: { wave: 3, micros: 5 } }), "wave 3, micros 5"],
		[entry("fr 0 3", { result: "3 bytes" }), "3 bytes"],
		[entry("fw 0 (300 bytes)…"), "done"],
		[entry("wvnew wvag (900 pulses) wvcre", { result: { wave: 3, micros: 5 } }), "wave 3, micros 5"],
		[entry("spir 9 4", { error: refused }), refused.message],
		[entry("spir 9 4", { error: { ...refused, remedy: "Open it." } }), `${refused.message} Open it.`],
	])("%# says what came of it", (each, text) => {
		expect(resultText(each)).toBe(text);
	});
});
