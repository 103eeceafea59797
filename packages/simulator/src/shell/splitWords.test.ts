import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "./splitWords.ts";

describe("words of a command line", () => {
	it.each([
		["", []],
		["  one\ttwo  ", ["one", "two"]],
		["'a b' \"c d\" e\\ f", ["a b", "c d", "e f"]],
		["a'b'\"c\"d", ["abcd"]],
		["'' \"\"", ["", ""]],
		['"\\$ \\` \\" \\\\ \\n" \'\\n\'', ['$ ` " \\ \\n', "\\n"]],
		["a\\\nb", ["ab"]],
		["\\", ["\\"]],
		["$(id) `id` ; | & > x * ~ # y", ["$(id)", "`id`", ";", "|", "&", ">", "x", "*", "~", "#", "y"]],
	])("%j", (line, words) => expect(splitWords(line)).toEqual(words));

	it.each(["'a", 'b "c', 'a "b\\"'])("%j has an open quote", (line) => {
		expect(splitWords(line)).toBeUndefined();
	});

	it("are the shell's own where nothing but quotes and backslashes has a meaning", () => {
		const piece = fc.constantFrom("a", "b", " ", "'", '"', "\\", "\t", "0");
		const lines = fc.sample(
			fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
			{ seed: 7, numRuns: 300 },
		);
		const split = lines.map((line) => ({ line, words: splitWords(line) }));
		// A backslash at the very end is a matter of the shell's taste.
		const sound = split.filter(({ line, words }) => words !== undefined && !/\\$/.test(line));
		expect(sound.length).toBeGreaterThan(100);
		const script = sound.map(({ line }) => `show ${line}`).join("\n");
		const told = execFileSync(
			"/bin/sh",
			["-c", `show() { printf '%s\\001' "$@"; printf '\\002'; }\n${script}`],
			{
				encoding: "latin1",
			},
		);
		// Without words printf prints one empty one.
		const expected = sound.map(({ words = [] }) => (words.length === 0 ? [""] : words));
		expect(
			told
				.split("\x02")
				.slice(0, -1)
				.map((words) => words.split("\x01").slice(0, -1)),
		).toEqual(expected);
	});
});
