import { describe, expect, it } from "vitest";
import { pigpioErrors } from "./pigpioErrors.ts";
import { pigpioRemedies } from "./pigpioRemedies.ts";

describe("pigpioRemedies", () => {
	it("says what to do about every error of pigpio, and of no other", () => {
		const codes = Object.keys(pigpioErrors);
		expect(codes).toHaveLength(146);
		expect(Object.keys(pigpioRemedies).sort()).toEqual(codes.sort());
	});

	it("speaks in whole sentences that begin with what to do", () => {
		for (const [code, remedy] of Object.entries(pigpioRemedies)) {
			expect(remedy, code).toMatch(/^[A-Z*p].*\.$/);
			expect(remedy.length, code).toBeLessThan(140);
		}
	});
});
