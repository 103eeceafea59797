import { describe, expect, it } from "vitest";
import { scriptExamples } from "../library/examples.ts";
import { checkScript } from "./checkScript.ts";

const told = (text: string, abilities: readonly string[] = []) =>
	checkScript(text, abilities).findings.map(
		({ kind, line, column, message }) => `${kind} ${line}:${column} ${message}`,
	);

describe("checkScript", () => {
	it("tells problems and remarks by their place, also behind comments", () => {
		expect(told("# LED\nw 4 1\n  blink # twice\nmils 70000\n")).toEqual([
			"error 3:3 blink is not a command of scripts.",
			"warning 4:6 delay must be a whole number from 0 to 60000 ms; otherwise this step fails.",
		]);
	});

	it("finds nothing wrong with nothing, and knows that there is nothing to store", () => {
		for (const text of ["", " \n", "# only words"]) {
			expect(checkScript(text, [])).toEqual({
				findings: [],
				hasErrors: false,
				steps: 0,
				tags: [],
				params: [],
			});
		}
	});

	it("says beforehand what the bridge refuses to store", () => {
		expect(told("wvclr")).toEqual([expect.stringContaining("error 1:1 gpioscope does not store WVCLR")]);
		expect(told("sys reboot")).toEqual([expect.stringContaining("Start gpioscope with --allow shell")]);
		expect(told("sys reboot", ["shell"])).toEqual([]);
		expect(told("csi 0", ["shell"])).toEqual([expect.stringContaining("--allow custom")]);
	});

	it("knows which parameters a script has to do with", () => {
		expect(checkScript("tag 1 w p3 p0 inr p9 # p5\njmp 1", []).params).toEqual([0, 3, 9]);
	});

	it.each(scriptExamples)("finds nothing to tell about the example $name", ({ text }) => {
		const { findings, steps } = checkScript(text, []);
		expect(findings).toEqual([]);
		expect(steps).toBeGreaterThan(3);
	});
});
