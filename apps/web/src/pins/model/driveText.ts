import { formatFrequency } from "@gpioscope/logic";
import type { PinDrive } from "@gpioscope/protocol";

/** Between a number and its unit: never broken over two lines. */
export const UNIT_SPACE = "\u00a0";

/** A share of 1 as `24.8 %`, with a space that does not break. */
export function percentText(share: number): string {
	return `${(share * 100).toFixed(1)}${UNIT_SPACE}%`;
}

/** The duty cycle the hardware really makes of a PWM drive, 0 to 1. */
export function realDuty(drive: Extract<PinDrive, { kind: "pwm" }>): number {
	return Math.floor((drive.dutyCycle * drive.realRange) / drive.range) / drive.realRange;
}

/** What drives a pin, as its badge says it; undefined for a plain level and for inputs. */
export function driveText(drive: PinDrive): string | undefined {
	switch (drive.kind) {
		case "pwm":
			return `PWM ${percentText(realDuty(drive))}`;
		case "servo":
			return drive.pulseWidth === 0 ? "Servo off" : `Servo ${drive.pulseWidth}${UNIT_SPACE}µs`;
		case "hardwarePwm":
			return `HW PWM ${formatFrequency(drive.frequency, { trim: true })}`;
		case "clock":
			return `Clock ${formatFrequency(drive.frequency, { trim: true })}`;
		case "wave":
			return "Wave";
		case "level":
		case "none":
			return undefined;
	}
}
