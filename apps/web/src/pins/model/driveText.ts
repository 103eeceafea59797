import type { PinDrive } from "@gpioscope/protocol";

/** A share of 1 as `24.8 %`, with a thin space that does not break. */
export function percentText(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}

/** A frequency in Hz as `800 Hz`, `25 kHz`, `1.5 MHz`: at most four digits that matter. */
export function hertzText(frequency: number): string {
	const [divisor, unit] = frequency >= 1e6 ? [1e6, "MHz"] : frequency >= 1e4 ? [1e3, "kHz"] : [1, "Hz"];
	return `${Number((frequency / divisor).toPrecision(4))} ${unit}`;
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
			return drive.pulseWidth === 0 ? "Servo off" : `Servo ${drive.pulseWidth} µs`;
		case "hardwarePwm":
			return `HW PWM ${hertzText(drive.frequency)}`;
		case "clock":
			return `Clock ${hertzText(drive.frequency)}`;
		case "wave":
			return "Wave";
		case "level":
		case "none":
			return undefined;
	}
}
