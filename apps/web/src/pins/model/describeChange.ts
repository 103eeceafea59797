import { functionName, type Processor } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";
import { driveText, UNIT_SPACE } from "./driveText.ts";
import type { PinCall } from "./pinCall.ts";

const levels = ["low", "high"] as const;
const pulls = ["no pull", "pull-down", "pull-up"] as const;

/** What a pin did before a call, as far as the call changes it; empty where that is not known. */
function before(call: PinCall, facts: PinFacts, level: 0 | 1 | undefined, processor: Processor): string {
	const { drive, mode } = facts;
	switch (call.command) {
		case "setPwm":
			if (drive.kind === "pwm") return String(drive.dutyCycle);
			break;
		case "setPwmFrequency":
			if (drive.kind === "pwm") return `${drive.frequency}${UNIT_SPACE}Hz`;
			break;
		case "setPwmRange":
			return drive.kind === "pwm" ? String(drive.range) : "";
		case "setPull":
			return facts.pull === undefined ? "" : (pulls[facts.pull.value] ?? "");
		case "setServo":
			if (drive.kind === "servo") return `${drive.pulseWidth}${UNIT_SPACE}µs`;
			break;
		case "write":
			if (mode === 1 && drive.kind === "level" && level !== undefined) return levels[level];
			break;
		default:
			break;
	}
	return driveText(drive) ?? functionName(facts.gpio, mode, { processor });
}

function after(call: PinCall, processor: Processor): readonly [subject: string, value: string] {
	switch (call.command) {
		case "setPwm":
			return ["duty", String(call.args.dutyCycle)];
		case "setPwmFrequency":
			return ["frequency", `${call.args.frequency}${UNIT_SPACE}Hz`];
		case "setPwmRange":
			return ["range", String(call.args.range)];
		case "setServo":
			return ["servo", call.args.pulseWidth === 0 ? "off" : `${call.args.pulseWidth}${UNIT_SPACE}µs`];
		case "write":
			return [`GPIO ${call.args.gpio}`, levels[call.args.level === 0 ? 0 : 1]];
		case "setMode":
			return [`GPIO ${call.args.gpio}`, functionName(call.args.gpio, call.args.mode, { processor })];
		case "setPull":
			return [`GPIO ${call.args.gpio}`, pulls[call.args.pull] ?? "pull"];
		case "setHardwarePwm":
			return [`GPIO ${call.args.gpio}`, "hardware PWM"];
		case "setHardwareClock":
			return [`GPIO ${call.args.gpio}`, "clock"];
		default:
			return [`GPIO ${call.args.gpio}`, call.command];
	}
}

/** A change in a few words, for the undo button: `duty 60 → 64`, `GPIO 17 input → high`. */
export function describeChange(
	call: PinCall,
	facts: PinFacts,
	level: 0 | 1 | undefined,
	processor: Processor,
): string {
	const [subject, value] = after(call, processor);
	const was = before(call, facts, level, processor);
	return was === "" || was === value ? `${subject} ${value}` : `${subject} ${was} → ${value}`;
}
