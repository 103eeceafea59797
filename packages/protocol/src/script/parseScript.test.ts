import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScript } from "./parseScript.ts";
import { scriptRemarks } from "./scriptRemarks.ts";
import { paramNotes, storedText, withoutComments } from "./scriptSource.ts";
import { scriptWordGroups, scriptWordOf, scriptWords } from "./scriptWords.ts";

/** Each problem as `what stands there: message`. */
const problems = (text: string) =>
	parseScript(text).problems.map(({ from, to, message }) => `${text.slice(from, to)}: ${message}`);
const remarks = (text: string) =>
	scriptRemarks(parseScript(text)).map(({ from, to, message }) => `${text.slice(from, to)}: ${message}`);

describe("problems of a script", () => {
	it.each([
		["a name nobody knows", "w 4 1\nblink 3\nmils 5", ["blink: blink is not a command of scripts."]],
		["a command that takes bytes", "wvag 1 2 3", ["wvag: WVAG must not stand in a script."]],
		[
			"a level that is none",
			"w 4 on\nmils 5",
			["on: W: level: there must be a number from 0 up, p0 to p9 or v0 to v149, not on."],
		],
		[
			"a parameter that the line is too short for",
			"w 4\nmils 5",
			["4: W: level: there must be a number from 0 up, p0 to p9 or v0 to v149 behind 4."],
		],
		[
			"one at the end of the text",
			"mils",
			["mils: MILS: delay: there must be a number from 0 up, p0 to p9 or v0 to v149 behind mils."],
		],
		[
			"a variable there is not",
			"lda v150 halt",
			["v150: LDA: there must be a number, p0 to p9 or v0 to v149, not v150."],
		],
		[
			"a letter that is no mode",
			"m 4 in w 4 1",
			["i: M: mode: there must be one of R, W, 5, 4, 0, 1, 2, 3, not i."],
		],
		["a pull that is missing", "pud 4", ["4: PUD: pull: there must be one of O, D, U behind 4."]],
		["a program that is missing", "sys", ["sys: SYS: there must be the name of a program behind sys."]],
		["a tag that is there already", "tag 1 tag 1", ["tag 1: Tag 1 is there already."]],
		["a jump to nowhere", "tag 1 jmp 2", ["jmp 2: There is no tag 2 to go to."]],
		[
			"several, of which the first is pigpiod's",
			"foo 1\nw 4 on\njmp 9",
			[
				"foo: foo is not a command of scripts.",
				"on: W: level: there must be a number from 0 up, p0 to p9 or v0 to v149, not on.",
				"jmp 9: There is no tag 9 to go to.",
			],
		],
		["none", "tag 1 w 4 1 mils 5 jmp 1", []],
	])("are told with their place: %s", (_, text, expected) => {
		expect(problems(text)).toEqual(expected);
	});

	it("lie within the text, whatever that is, and reading it ends", () => {
		const word = fc.oneof(
			fc.constantFrom(...scriptWords.map(({ name }) => name.toLowerCase())),
			fc.constantFrom("p0", "v149", "v150", "0x", "-1", "\n", "  ", "#", "o", "u"),
			fc.integer().map(String),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 20 }), (words) => {
				const text = words.join(" ");
				for (const { from, to } of [...parseScript(text).problems, ...scriptRemarks(parseScript(text))]) {
					expect(from).toBeGreaterThanOrEqual(0);
					expect(to).toBeGreaterThanOrEqual(from);
					expect(to).toBeLessThanOrEqual(text.length);
				}
			}),
		);
	});

	it("are none in a script of known words with what they ask for", () => {
		const step = fc
			.constantFrom(...scriptWords.filter(({ name }) => name !== "TAG"))
			.map(({ name, params }) => {
				const given = params.map(({ kind, letters }) =>
					kind === "letter"
						? [...letters.keys()][0]
						: kind === "register"
							? "v1"
							: kind === "word"
								? "x"
								: "1",
				);
				return [name, ...given].join(" ");
			});
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
				const { steps: read, problems } = parseScript(`tag 1\n${steps.join("\n")}`);
				expect(problems).toEqual([]);
				expect(read).toHaveLength(steps.length);
			}),
		);
	});
});

describe("remarks on a script", () => {
	it.each([
		[
			"a GPIO there is not",
			"w 54 1",
			["54: gpio must be a whole number from 0 to 53; otherwise this step fails."],
		],
		[
			"a servo too wide",
			"s 4 300",
			["300: pulseWidth must be 0 or a whole number from 500 to 2500 µs; otherwise this step fails."],
		],
		[
			"a delay too long",
			"mils 70000",
			["70000: delay must be a whole number from 0 to 60000 ms; otherwise this step fails."],
		],
		["bits of all GPIOs, of which some do not exist", "bs1 0x80000000 nb 0 0xffffffff", []],
		["values that only running tells", "w p0 v1 mils p2", []],
		[
			"what never goes on",
			"nop",
			["nop: pigpiod never goes on behind NOP: the script stays here until it is stopped."],
		],
		["a division by 0", "lda 4 div 0", ["0: A division by 0 can end pigpiod."]],
	])("%s", (_, text, expected) => {
		expect(remarks(text)).toEqual(expected);
	});
});

describe("a script as it is written", () => {
	const source = "# Blinks\n# p1 = 250 Milliseconds\n# p0 = 0x0d: GPIO of the LED\ntag 1 # here\n  w p0 1\n";

	it("is stored without comments, which leaves all places as they are", () => {
		expect(storedText(source)).toBe("tag 1 w p0 1");
		expect(withoutComments(source)).toHaveLength(source.length);
		expect(withoutComments(source).indexOf("w p0")).toBe(source.indexOf("w p0"));
	});

	it("tells in comments what parameters are for", () => {
		expect(paramNotes(source)).toEqual([
			{ index: 0, initial: "0x0d", text: "GPIO of the LED" },
			{ index: 1, initial: "250", text: "Milliseconds" },
		]);
		expect(paramNotes("# p9 Changes so far\n# p9 other\n# p10 none")).toEqual([
			{ index: 9, initial: "", text: "Changes so far" },
		]);
	});
});

describe("words of scripts", () => {
	it("tell what they take, by the table of commands", () => {
		expect(scriptWordOf("Trig")?.params.map(({ label }) => label)).toEqual(["gpio", "length", "level"]);
		expect([...(scriptWordOf("pud")?.params[1]?.letters ?? [])]).toEqual([
			["O", "off"],
			["D", "down"],
			["U", "up"],
		]);
		expect(scriptWordOf("wvcap")?.params).toHaveLength(1);
		expect(scriptWordOf("x")?.params.map(({ label }) => label)).toEqual(["register", "other"]);
		expect(scriptWordOf("wvag")).toBeUndefined();
	});

	it("stand in one group each", () => {
		const grouped = scriptWordGroups.flatMap(({ words }) => words.map(({ name }) => name));
		expect(grouped.toSorted()).toEqual(scriptWords.map(({ name }) => name));
		expect(new Set(scriptWordGroups.map(({ title }) => title)).size).toBe(scriptWordGroups.length);
	});
});
