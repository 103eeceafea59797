import type { LogEntry } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import type { NumberedEntry } from "../../stores/logStore.ts";
import { filterEntries, isSelected, selectedEntries } from "./filterEntries.ts";
import { codeLines, logProgram, programSteps } from "./logProgram.ts";
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
const options = { address: "http://localhost:8880" };

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
		[entry("spir 9 4", { error: refused }), refused.message],
	])("%# says what came of it", (each, text) => {
		expect(resultText(each)).toBe(text);
	});
});

describe("code of the log", () => {
	const opened = entry("i2co 1 0x48 0", { result: 3 });
	const read = entry("i2crb 3 0", { result: 22, at: 1400 });

	it("is a line for each command that is copied", () => {
		expect(codeLines([opened, read], "python", options)).toBe(
			"pi.i2c_open(1, 72, 0)\npi.i2c_read_byte_data(3, 0)",
		);
	});

	it("is a program when a stretch is saved: with variables, and pauses if wanted", () => {
		const program = logProgram([opened, read], "python", { ...options, keepsPauses: true });
		expect(program).toContain(
			"i2c3 = pi.i2c_open(1, 72, 0)\ntime.sleep(0.399)\nprint(pi.i2c_read_byte_data(i2c3, 0))",
		);
		expect(logProgram([opened, read], "python", { ...options, keepsPauses: false })).not.toContain("sleep");
	});

	it("makes of a transaction the commands it was, and of what failed a comment", () => {
		const wave = entry("wvnew wvag 16 0 500 0 16 500 wvcre", { result: { wave: 5, micros: 1000 } });
		const steps = programSteps([wave, entry("wvtxr 5"), entry("spir 9 4", { error: refused })], false);
		expect(steps.map((step) => ("call" in step ? step.call.name : step.comment))).toEqual([
			"newWave",
			"addPulses",
			"createWave",
			"sendWaveRepeat",
			"failed: spir 9 4: Unknown handle (PI_BAD_HANDLE).",
		]);
		expect(logProgram([wave, entry("wvtxr 5")], "c", { ...options, keepsPauses: false })).toContain(
			"int wave5 = wave_create(pi);\n\twave_send_repeat(pi, wave5);",
		);
		expect(programSteps([entry("wvnew wvag (900 pulses) wvcre")], false)).toEqual([
			{ comment: "not kept whole: wvnew wvag (900 pulses) wvcre" },
		]);
	});
});
