import type { PinDrive, PinFacts } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { drivesLow, interruptions } from "./interruptions.ts";

const pins = (drives: Readonly<Record<number, PinDrive>>): Record<number, PinFacts> =>
	Object.fromEntries(
		Object.entries(drives).map(([gpio, drive]) => [gpio, { gpio: Number(gpio), mode: 1, drive }]),
	);
const hardwarePwm = {
	command: "setHardwarePwm",
	args: { gpio: 18, frequency: 1000, dutyCycle: 500_000 },
} as const;

describe("interruptions", () => {
	it("tell that hardware PWM stops a wave", () => {
		expect(interruptions(hardwarePwm, pins({ 23: { kind: "wave" }, 24: { kind: "wave" } }))).toBe(
			"Starting hardware PWM stops the wave on GPIO 23, 24.",
		);
	});

	it("tell of a GPIO on the same channel that would change, and of no other", () => {
		const running = (frequency: number, dutyCycle: number) =>
			({ kind: "hardwarePwm", frequency, dutyCycle }) as const;
		expect(interruptions(hardwarePwm, pins({ 12: running(2000, 500_000) }))).toBe(
			"GPIO 12 has the same PWM channel and changes with it.",
		);
		expect(interruptions(hardwarePwm, pins({ 12: running(1000, 500_000) }))).toBeUndefined();
		expect(interruptions(hardwarePwm, pins({ 13: running(2000, 500_000) }))).toBeUndefined();
		expect(interruptions(hardwarePwm, pins({ 18: running(2000, 500_000) }))).toBeUndefined();
	});

	it("tell of a GPIO with the same clock", () => {
		const clock = { command: "setHardwareClock", args: { gpio: 4, frequency: 1_000_000 } } as const;
		expect(interruptions(clock, pins({ 20: { kind: "clock", frequency: 5000 } }))).toBe(
			"GPIO 20 has the same clock and changes with it.",
		);
		expect(interruptions(clock, pins({ 6: { kind: "clock", frequency: 5000 } }))).toBeUndefined();
	});

	it("are none of a plain level", () => {
		const write = { command: "write", args: { gpio: 18, level: 1 } } as const;
		expect(interruptions(write, pins({ 23: { kind: "wave" } }))).toBeUndefined();
	});
});

describe("drivesLow", () => {
	it("is true for all that is low at times", () => {
		expect(drivesLow({ command: "write", args: { gpio: 2, level: 0 } })).toBe(true);
		expect(drivesLow({ command: "write", args: { gpio: 2, level: 1 } })).toBe(false);
		expect(drivesLow({ command: "setMode", args: { gpio: 2, mode: 0 } })).toBe(false);
		expect(drivesLow({ command: "setServo", args: { gpio: 2, pulseWidth: 0 } })).toBe(false);
		expect(drivesLow({ command: "setPwm", args: { gpio: 2, dutyCycle: 10 } })).toBe(true);
	});
});
