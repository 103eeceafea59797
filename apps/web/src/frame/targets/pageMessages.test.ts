import { describe, expect, it } from "vitest";
import { readPageMessage } from "./pageMessages.ts";

const STANDING = { isOnView: true, isFocused: false, panes: ["pi", "bench"], canSplit: true };

describe("readPageMessage", () => {
	it.each([
		{ gpioscope: "turn", target: "bench", view: "pins", isBeside: true },
		{ gpioscope: "close", target: "bench" },
		{ gpioscope: "focus" },
		{ gpioscope: "address", address: "#/bench/pins?sel=4" },
		{ gpioscope: "standing", view: "scope", ...STANDING },
		{ gpioscope: "standing", view: undefined, ...STANDING, isOnView: false },
	])("reads %j", (message) => {
		expect(readPageMessage(structuredClone(message))).toEqual(message);
	});

	it.each([
		undefined,
		"turn",
		{},
		{ gpioscope: "turn", target: 4, view: "pins", isBeside: false },
		{ gpioscope: "turn", target: "bench", view: "nonsense", isBeside: false },
		{ gpioscope: "turn", target: "bench", view: "pins" },
		{ gpioscope: "close" },
		{ gpioscope: "address", address: "https://elsewhere" },
		{ gpioscope: "standing" },
		{ gpioscope: "standing", ...STANDING, panes: [4] },
	])("leaves alone %j", (data) => {
		expect(readPageMessage(data)).toBeUndefined();
	});
});
