import type { PinFacts } from "@gpioscope/protocol";
import { inputMode, outputMode, type PinCall } from "./pinCall.ts";

/** Duty cycle at which hardware PWM is always high. */
const fullHardwareDuty = 1_000_000;

/**
 * The calls that bring a pin back to what `facts` and `level` say, for undo and for the end of a change.
 * A wave cannot be brought back; the pin then stays an output at its level.
 */
export function restoreCalls(facts: PinFacts, level: 0 | 1 | undefined): readonly PinCall[] {
	const { gpio, drive, mode } = facts;
	switch (drive.kind) {
		case "pwm":
			return [
				{ command: "setPwmRange", args: { gpio, range: drive.range } },
				{ command: "setPwmFrequency", args: { gpio, frequency: drive.frequency } },
				{ command: "setPwm", args: { gpio, dutyCycle: drive.dutyCycle } },
			];
		case "servo":
			return [{ command: "setServo", args: { gpio, pulseWidth: drive.pulseWidth } }];
		case "hardwarePwm":
			return [
				{
					command: "setHardwarePwm",
					args: { gpio, frequency: drive.frequency, dutyCycle: drive.dutyCycle ?? fullHardwareDuty / 2 },
				},
			];
		case "clock":
			return [{ command: "setHardwareClock", args: { gpio, frequency: drive.frequency } }];
		case "level":
		case "wave":
			return level === undefined
				? [{ command: "setMode", args: { gpio, mode: outputMode } }]
				: [{ command: "write", args: { gpio, level } }];
		case "none":
			return [{ command: "setMode", args: { gpio, mode } }];
	}
}

/** The calls that let a pin go: what drives it stops and it becomes an input. */
export function releaseCalls(facts: PinFacts): readonly [PinCall, ...PinCall[]] {
	const { gpio, drive } = facts;
	const toInput: PinCall = { command: "setMode", args: { gpio, mode: inputMode } };
	if (drive.kind === "servo") return [{ command: "setServo", args: { gpio, pulseWidth: 0 } }, toInput];
	if (drive.kind === "pwm") return [{ command: "setPwm", args: { gpio, dutyCycle: 0 } }, toInput];
	return [toInput];
}
