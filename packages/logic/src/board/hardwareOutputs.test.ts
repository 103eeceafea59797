import { expect, it } from "vitest";
import { gpiosOfClock, hardwarePwmOutcome } from "./hardwareOutputs.ts";

it("makes whole divisions of the clock, as the daemon does", () => {
	expect(hardwarePwmOutcome(25_000, "BCM2837")).toEqual({ frequency: 25_000, steps: 10_000 });
	expect(hardwarePwmOutcome(3_000_000, "BCM2837")).toEqual({ frequency: 3_012_048, steps: 83 });
	expect(hardwarePwmOutcome(187_500_000, "BCM2711")).toEqual({ frequency: 187_500_000, steps: 2 });
});

it("knows the GPIOs of a clock", () => {
	expect(gpiosOfClock(0)).toEqual([4, 20, 32, 34]);
	expect(gpiosOfClock(7)).toEqual([]);
});
