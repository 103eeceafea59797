import { describe, expect, it } from "vitest";
import { readRoute, writeRoute } from "./route.ts";

describe("readRoute", () => {
	it("reads back what writeRoute wrote", () => {
		const scope = { view: "scope", selectedGpio: 17, time: { from: -12.5, to: 1_234_567.891 } } as const;
		expect(writeRoute("pi", scope)).toBe("#/pi/scope?t=-12.5..1234567.891&sel=17");
		expect(readRoute(writeRoute("pi", scope))).toEqual(scope);
		expect(readRoute(writeRoute("pi", { view: "waves", selectedGpio: 17 }))).toEqual({
			view: "waves",
			selectedGpio: 17,
		});
		expect(readRoute(writeRoute("pi", { view: "pins" }))).toEqual({ view: "pins" });
	});

	it("leaves out what makes no sense", () => {
		expect(readRoute("")).toEqual({});
		expect(readRoute("#token=abc")).toEqual({});
		expect(readRoute("#/pi/nonsense?sel=99&t=5..5")).toEqual({});
		expect(readRoute("#/pi/scope?t=5")).toEqual({ view: "scope" });
		expect(readRoute("#/pi/scope?t=a..b")).toEqual({ view: "scope" });
	});
});
