import { functionName, type Processor } from "@gpioscope/logic";
import type { PinDrive, PinFacts } from "@gpioscope/protocol";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { driveText, UNIT_SPACE } from "./driveText.ts";

const levels = ["low", "high"] as const;
const pulls = ["no pull", "pull-down", "pull-up"] as const;

/** What a call changes and to what, when the pin already does that kind of thing; undefined when it does not. */
function sameKind(
	call: PinCall,
	drive: PinDrive,
): readonly [subject: string, was: string, value: string] | undefined {
	if (call.command === "setServo" && drive.kind === "servo")
		return [
			"servo",
			micros(drive.pulseWidth),
			call.args.pulseWidth === 0 ? "off" : micros(call.args.pulseWidth),
		];
	if (drive.kind !== "pwm") return undefined;
	if (call.command === "setPwm") return ["duty", String(drive.dutyCycle), String(call.args.dutyCycle)];
	if (call.command === "setPwmRange") return ["range", String(drive.range), String(call.args.range)];
	if (call.command === "setPwmFrequency")
		return ["frequency", hertz(drive.frequency), hertz(call.args.frequency)];
	return undefined;
}

function micros(width: number): string {
	return `${width}${UNIT_SPACE}µs`;
}

function hertz(frequency: number): string {
	return `${frequency}${UNIT_SPACE}Hz`;
}

/** What a pin is before a call, in a few words. */
function before(call: PinCall, facts: PinFacts, level: 0 | 1 | undefined, processor: Processor): string {
	if (call.command === "setPull") return facts.pull === undefined ? "" : (pulls[facts.pull.value] ?? "");
	const { drive, mode, gpio } = facts;
	if (drive.kind === "level" && level !== undefined) return levels[level];
	return driveText(drive) ?? functionName(gpio, mode, { processor });
}

/** What a pin is after a call, in a few words. */
function after(call: PinCall, processor: Processor): string {
	switch (call.command) {
		case "setPwm":
			return "PWM";
		case "setPwmFrequency":
			return hertz(call.args.frequency);
		case "setPwmRange":
			return `range ${call.args.range}`;
		case "setServo":
			return call.args.pulseWidth === 0 ? "servo off" : `servo ${micros(call.args.pulseWidth)}`;
		case "write":
			return levels[call.args.level === 0 ? 0 : 1];
		case "setMode":
			return functionName(call.args.gpio, call.args.mode, { processor });
		case "setPull":
			return pulls[call.args.pull] ?? "pull";
		case "setHardwarePwm":
			return "hardware PWM";
		case "setHardwareClock":
			return "clock";
		default:
			return call.command;
	}
}

/** A change in a few words, for the undo button: `duty 60 → 64`, `GPIO 17 input → high`. */
export function describeChange(
	call: PinCall,
	facts: PinFacts,
	level: 0 | 1 | undefined,
	processor: Processor,
): string {
	const [subject, was, value] = sameKind(call, facts.drive) ?? [
		`GPIO ${facts.gpio}`,
		before(call, facts, level, processor),
		after(call, processor),
	];
	return was === "" || was === value ? `${subject} ${value}` : `${subject} ${was} → ${value}`;
}
