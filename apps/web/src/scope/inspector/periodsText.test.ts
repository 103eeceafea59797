import { describe, expect, it } from "vitest";
import { periodsText } from "./periodsText.ts";

describe("periods", () => {
	it("are named when the distance is a whole number of them", () => {
		expect(periodsText(6250, 1250, "Fan PWM")).toBe("5 periods of Fan PWM");
		expect(periodsText(-1250, 1250, "Fan PWM")).toBe("1 period of Fan PWM");
		expect(periodsText(6800, 1250, "Fan PWM")).toBe("");
		expect(periodsText(6800, undefined, "Fan PWM")).toBe("");
	});
});
