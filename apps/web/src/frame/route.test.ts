import { describe, expect, it } from "vitest";
import { readRoute, writeRoute } from "./route.ts";

describe("readRoute", () => {
	it("reads back what writeRoute wrote", () => {
		expect(readRoute(writeRoute("pi", "waves", 17))).toEqual({ view: "waves", selectedGpio: 17 });
		expect(readRoute(writeRoute("pi", "pins", undefined))).toEqual({ view: "pins" });
	});

	it("leaves out what makes no sense", () => {
		expect(readRoute("")).toEqual({});
		expect(readRoute("#token=abc")).toEqual({});
		expect(readRoute("#/pi/nonsense?sel=99")).toEqual({});
	});
});
