import { describe, expect, it } from "vitest";
import type { LogEntry } from "../messages/serverMessage.ts";
import { logLines, logProgram } from "./logProgram.ts";

const entry = (pigs: string, rest: Partial<LogEntry> = {}): LogEntry => ({
	at: 1000,
	target: "pi",
	session: "s1",
	pigs,
	result: 0,
	milliseconds: 1,
	...rest,
});
const refused = { code: "daemonError", message: "Unknown handle (PI_BAD_HANDLE)." } as const;
const opened = entry("i2co 1 0x48 0", { result: 3 });
const read = entry("i2crb 3 0", { result: 22, at: 1400 });

describe("logLines", () => {
	it("are the commands, as they were", () => {
		expect(logLines([opened, read], "python")).toBe("pi.i2c_open(1, 72, 0)\npi.i2c_read_byte_data(3, 0)");
	});

	it.each(["fw 0 (300 bytes)…", "proc tag 1 w 4 1…"])("say that the log does not have %s whole", (pigs) => {
		expect(logLines([entry(pigs)], "pigs")).toBe(`# not kept whole: ${pigs}`);
	});
});

describe("logProgram", () => {
	it("has variables, and pauses if wanted", () => {
		expect(logProgram([opened, read], "python", { keepsPauses: true })).toContain(
			"i2c3 = pi.i2c_open(1, 72, 0)\ntime.sleep(0.399)\nprint(pi.i2c_read_byte_data(i2c3, 0))",
		);
		expect(logProgram([opened, read], "python")).not.toContain("sleep");
	});

	it("makes of a transaction the commands it was, and of what failed a comment", () => {
		const wave = entry("wvnew wvag 16 0 500 0 16 500 wvcre", { result: { wave: 5, micros: 1000 } });
		const entries = [wave, entry("wvtxr 5"), entry("spir 9 4", { error: refused })];
		expect(logProgram(entries, "pigs").split("\n").slice(2, -1)).toEqual([
			"pigs wvnew",
			"pigs wvag 0x10 0 500 0 0x10 500",
			"wave5=$(pigs wvcre)",
			"pigs wvtxr $wave5",
			"# failed: spir 9 4: Unknown handle (PI_BAD_HANDLE).",
		]);
		expect(logProgram([wave, entry("wvtxr 5")], "c")).toContain(
			"int wave5 = wave_create(pi);\n\twave_send_repeat(pi, wave5);",
		);
		expect(logProgram([entry("wvnew wvag (900 pulses) wvcre")], "pigs")).toContain(
			"# not kept whole: wvnew wvag (900 pulses) wvcre",
		);
	});
});
