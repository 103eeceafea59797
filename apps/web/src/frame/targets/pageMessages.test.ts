import { describe, expect, it } from "vitest";
import { readPageMessage } from "./pageMessages.ts";

describe("readPageMessage", () => {
	it.each([
		{ gpioscope: "turn", target: "bench", view: "pins" },
		{ gpioscope: "address", address: "#/bench/pins?sel=4" },
		{ gpioscope: "onView", isOnView: true, view: "scope" },
		{ gpioscope: "onView", isOnView: false, view: undefined },
	])("reads %j", (message) => {
		expect(readPageMessage(structuredClone(message))).toEqual(message);
	});

	it.each([
		undefined,
		"turn",
		{},
		{ gpioscope: "turn", target: 4, view: "pins" },
		{ gpioscope: "turn", target: "bench", view: "nonsense" },
		{ gpioscope: "address", address: "https://elsewhere" },
		{ gpioscope: "onView" },
	])("leaves alone %j", (data) => {
		expect(readPageMessage(data)).toBeUndefined();
	});
});
