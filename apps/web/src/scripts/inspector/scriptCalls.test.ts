import { formatPigs } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { checkScript } from "../check/checkScript.ts";
import { documentCalls, storedCalls } from "./scriptCalls.ts";

const stored = { id: 3, state: "running", params: [1, 2, 3] } as const;
const shown = (text: string, more: object) => ({
	document: { id: "a", name: "A", text, values: ["7", "", "9"] },
	checked: checkScript(text, []),
	notes: [],
	stored: undefined,
	isChanged: false,
	...more,
});
const pigs = (calls: ReturnType<typeof storedCalls>) => calls.map(({ name, args }) => formatPigs(name, args));

it("is what the buttons send, without comments", () => {
	const text = "w 4 1 # on";
	expect(pigs(documentCalls(shown(text, {})))).toEqual(["proc w 4 1"]);
	expect(pigs(documentCalls(shown(text, { stored })))).toEqual([
		"proc w 4 1",
		"procr 3 7 2 9",
		"procu 3 7 2 9",
		"procs 3",
		"procd 3",
	]);
	expect(pigs(documentCalls(shown(text, { stored, isChanged: true })))).toEqual(["procd 3", "proc w 4 1"]);
});

it("is nothing that could not be sent", () => {
	expect(documentCalls(shown("bogus", {}))).toEqual([]);
	expect(pigs(documentCalls(shown("bogus", { stored })))).toEqual(["procd 3"]);
	expect(pigs(storedCalls(stored, ["x"]))).toEqual(["procs 3", "procd 3"]);
	expect(pigs(storedCalls(stored, []))).toEqual(["procr 3", "procs 3", "procd 3"]);
});
