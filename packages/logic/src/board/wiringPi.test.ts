import { describe, expect, it } from "vitest";
import { gpioOfWiringPiNumber, wiringPiNumber } from "./wiringPi.ts";

describe("gpioOfWiringPiNumber", () => {
	it("is the inverse of wiringPiNumber", () => {
		for (const firstB of [false, true]) {
			for (let number = 0; number < 32; number++) {
				const gpio = gpioOfWiringPiNumber(number, firstB);
				if (gpio !== undefined) expect(wiringPiNumber(gpio, firstB)).toBe(number);
			}
		}
	});

	it.each([
		[0, 17, 17],
		[2, 27, 21],
		[8, 2, 0],
		[9, 3, 1],
		[16, 15, 15],
		[29, 21, undefined],
		[30, 0, undefined],
		[31, 1, undefined],
		[32, undefined, undefined],
		[-1, undefined, undefined],
	])("says of %i: GPIO %o, on the first B %o", (number, gpio, onFirstB) => {
		expect(gpioOfWiringPiNumber(number, false)).toBe(gpio);
		expect(gpioOfWiringPiNumber(number, true)).toBe(onFirstB);
	});
});
