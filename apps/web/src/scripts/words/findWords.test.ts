import { scriptWordGroups, scriptWords } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { findWords } from "./findWords.ts";

const found = (text: string) => findWords(text).flatMap(({ words }) => words.map(({ name }) => name));

it("finds words by name, by what they do and by what they are for", () => {
	expect(found("popa")).toEqual(["POPA"]);
	expect(found("  Waits  EVENTS ")).toEqual(["EVTWT"]);
	expect(found("jumps negative")).toEqual(["JM"]);
	expect(found("pulseWidth")).toEqual(["S", "SERVO"]);
	expect(found("teapot")).toEqual([]);
});

it("shows all of them without a text", () => {
	expect(findWords("")).toEqual(scriptWordGroups);
	expect(found(" ")).toHaveLength(scriptWords.length);
});
