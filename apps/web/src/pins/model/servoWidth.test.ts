import { describe, expect, it } from "vitest";
import { realServoWidth, safeServoLimits, servoAngle, servoWidthOfAngle, sweepStep } from "./servoWidth.ts";

describe("servo width", () => {
	it("is rounded down to samples", () => {
		expect([1502, 1504, 1505].map((width) => realServoWidth(width, 5))).toEqual([1500, 1500, 1505]);
		expect(realServoWidth(1503, 1)).toBe(1503);
	});

	it("maps to angles and back inside the limits", () => {
		expect([500, 1500, 2500].map(servoAngle)).toEqual([-90, 0, 90]);
		expect(servoWidthOfAngle(45, { min: 500, max: 2500 })).toBe(2000);
		expect(servoWidthOfAngle(-90, safeServoLimits)).toBe(1000);
	});

	it("sweeps to and fro", () => {
		const up = sweepStep({ width: 1500, direction: 1 }, 1000, 0.1, safeServoLimits);
		expect(up).toEqual({ width: 1600, direction: 1 });
		const turned = sweepStep({ width: 1950, direction: 1 }, 1000, 0.1, safeServoLimits);
		expect(turned).toEqual({ width: 2000, direction: -1 });
		expect(sweepStep({ width: 1050, direction: -1 }, 1000, 0.1, safeServoLimits)).toEqual({
			width: 1000,
			direction: 1,
		});
	});
});
