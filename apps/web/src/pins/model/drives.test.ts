import { expect, it } from "vitest";
import { drivesOf, shownDrive } from "./drives.ts";

const first = drivesOf(true);
const second = drivesOf(false);

it("gives GPIO 32 and up no PWM, servo or pulse", () => {
	expect(second).toEqual(["level", "hardware"]);
	expect(first).toEqual(expect.arrayContaining(["pwm", "servo", "pulse"]));
});

it("shows what drives the pin until another tab is picked that it has", () => {
	const pwm = { kind: "pwm", dutyCycle: 1, range: 255, realRange: 250, frequency: 800 } as const;
	expect(shownDrive(first, undefined, pwm)).toBe("pwm");
	expect(shownDrive(first, "pulse", pwm)).toBe("pulse");
	expect(shownDrive(first, undefined, { kind: "clock", frequency: 5000 })).toBe("hardware");
	expect(shownDrive(second, "servo", { kind: "level" })).toBe("level");
	expect(shownDrive(first, undefined, undefined)).toBe("level");
});
