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

	it("tells a channel of a file from a GPIO", () => {
		expect(writeRoute("pi", { view: "scope", selectedGpio: 17, channel: 3 })).toBe("#/pi/scope?sel=ch3");
		expect(readRoute("#/pi/scope?sel=ch3")).toEqual({ view: "scope", channel: 3 });
		expect(readRoute("#/pi/scope?sel=ch31")).toEqual({ view: "scope", channel: 31 });
		expect(readRoute("#/pi/scope?sel=ch32")).toEqual({ view: "scope" });
	});

	it("leaves out what makes no sense", () => {
		expect(readRoute("")).toEqual({});
		expect(readRoute("#token=abc")).toEqual({});
		expect(readRoute("#/pi/nonsense?sel=99&t=5..5")).toEqual({});
		expect(readRoute("#/pi/scope?t=5")).toEqual({ view: "scope" });
		expect(readRoute("#/pi/scope?t=a..b")).toEqual({ view: "scope" });
	});
});
