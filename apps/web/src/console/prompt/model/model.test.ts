import { commandNames, commands, formatPigs } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { answerText } from "../../../stores/answerText.ts";
import { completed, completions, typedName } from "./completions.ts";
import { lineParts, wordAt } from "./lineParts.ts";

const roles = (line: string) => lineParts(line).map(({ text, command, param }) => [text, command, param]);

describe("lineParts", () => {
	it("tells commands from their parameters, several on a line", () => {
		expect(roles("pigs w 18 1 Servo 12")).toEqual([
			["w", "write", undefined],
			["18", "write", "gpio"],
			["1", "write", "level"],
			["Servo", "setServo", undefined],
			["12", "setServo", "gpio"],
		]);
	});

	it("gives lists their numbers and scripts the rest of the line", () => {
		expect(roles("spix 0 1 0x2 t").map(([, , param]) => param)).toEqual([
			undefined,
			"handle",
			"data",
			"data",
			undefined,
		]);
		expect(roles("proc tag 0 w 4 1").at(-1)).toEqual(["tag 0 w 4 1", "storeScript", "text"]);
		expect(roles("wvcap 50 w 4 1").map(([, command]) => command)).toEqual([
			"createPaddedWave",
			"createPaddedWave",
			"write",
			"write",
			"write",
		]);
	});

	it("takes a path between quotes for one word, also before the second one is typed", () => {
		const path = ["openFile", "path"];
		expect(roles('fo "/a b" 1')).toEqual([
			["fo", "openFile", undefined],
			['"/a b"', ...path],
			["1", "openFile", "mode"],
		]);
		expect(roles('fo "/a b').at(-1)).toEqual(['"/a b', ...path]);
		expect(roles('fo /a"b c').slice(1, 2)).toEqual([['/a"b', ...path]]);
	});

	it("goes on behind what is no command", () => {
		expect(roles("blink w 4")).toEqual([
			["blink", undefined, undefined],
			["w", "write", undefined],
			["4", "write", "gpio"],
		]);
	});
});

describe("wordAt", () => {
	it.each([
		["w ", 2, "write", "gpio"],
		["w 18 ", 5, "write", "level"],
		["w 18 1 ", 7, "write", undefined],
		["w 18 1", 3, "write", "gpio"],
		["i2cwd 0 1 ", 10, "writeI2cDevice", "data"],
		["t ", 2, "getTick", undefined],
		["", 0, undefined, undefined],
	])("of %j at %i is %s, %s", (line, caret, command, param) => {
		expect(wordAt(line, caret)).toMatchObject({ command, param });
	});
});

describe("completions", () => {
	it("find commands by their letters, short ones first, and by what they do", () => {
		expect(completions("wvt", 3).map(({ text }) => text)).toEqual(["wvtx", "wvtxr", "wvtxm", "wvtat"]);
		expect(completions("glitch", 6).map(({ text }) => text)).toEqual(["fg"]);
		expect(completions("w", 1)[0]).toEqual({ text: "w", means: commands.write.summary });
		expect(completions("", 0)).toEqual([]);
	});

	it("find letters, choices and names of GPIOs", () => {
		expect(completions("m 4 ", 4)[1]).toEqual({ text: "w", means: "output" });
		expect(completions("pud 4 u", 7)).toEqual([]);
		expect(completions("w 4 h", 5)).toEqual([{ text: "1", means: "high" }]);
		for (const typed of ["w fa", "w Fa"])
			expect(completions(typed, 4, { 18: "Fan PWM", 4: "Button" })).toEqual([
				{ text: "18", means: "Fan PWM" },
			]);
		expect(completions("m 4 W", 5)).toEqual([]);
	});

	it("replace the word at the caret", () => {
		expect(completed("w 1 ser", 7, { text: "s", means: "" })).toEqual({ line: "w 1 s ", caret: 6 });
		expect(completed("ser 12", 3, { text: "s", means: "" })).toEqual({ line: "s 12", caret: 2 });
	});

	it("know every command by a name that pigs takes", () => {
		for (const name of commandNames) expect(wordAt(typedName(name), 1)).toMatchObject({ command: name });
		expect(formatPigs("write", { gpio: 4, level: 1 }).startsWith(typedName("write"))).toBe(true);
	});
});

describe("answerText", () => {
	it.each([
		["write", 0, "done"],
		["read", 1, "1 (high)"],
		["getMode", 2, "2 (alt5)"],
		["readBank1", 0x10, "0x00000010"],
		["getPwmFrequency", 800, "800\u2009Hz"],
		["openI2c", 3, "I²C handle 3"],
		["readI2cDevice", Uint8Array.of(0x48, 0x69, 0), "3 bytes: 48 69 00  Hi·"],
		["readSerial", new Uint8Array(0), "no bytes"],
		["getScriptStatus", { state: 2, params: [1, 2] }, "running; p0 to p9: 1 2"],
	] as const)("of %s %j is %s", (name, result, text) => {
		expect(answerText(name, result)).toBe(text);
	});
});
