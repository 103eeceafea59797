import { describe, expect, it } from "vitest";
import { proposals } from "./completeScript.ts";

/** Labels of what may stand at the | of a text. */
const at = (text: string) => proposals(text.replace("|", ""), text.indexOf("|")).map(({ label }) => label);

describe("proposals", () => {
	it("are names where a step begins", () => {
		for (const text of ["|", "w 4 1 |", "tag 1\n|", "m 4 r |", "# w\n|", "br1 |"]) {
			expect(at(text), text).toContain("trig");
		}
	});

	it("are tags behind a jump, but not where a new one is named", () => {
		expect(at("tag 7 jmp |\ntag 1 ")).toEqual(["1", "7"]);
		expect(at("tag |")).toEqual([]);
	});

	it("are letters of modes and pulls, which are no names", () => {
		expect(at("m 4 |")).toEqual(["r", "w", "0", "1", "2", "3", "4", "5"]);
		expect(at("pud p0 |")).toEqual(["o", "d", "u"]);
	});

	it("are registers for other parameters: those of the script", () => {
		expect(at("ld v7 3 w |")).toEqual(["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "v7"]);
		expect(at("w 4 |")).toContain("v0");
		expect(at("sys |")).toEqual([]);
	});
});
