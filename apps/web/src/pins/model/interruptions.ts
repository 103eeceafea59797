import { gpiosOfClock, gpiosOfPwmChannel, hardwareClock, hardwarePwmChannel } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";
import type { PinCall } from "../../actions/pins/pinCall.ts";

/** What a call would stop or change on other pins, in words; undefined when it leaves them alone. */
export function interruptions(call: PinCall, pins: Readonly<Record<number, PinFacts>>): string | undefined {
	const others = Object.values(pins).filter(({ gpio }) => gpio !== call.args.gpio);
	if (call.command === "setHardwarePwm") {
		const waving = Object.values(pins).filter(({ drive }) => drive.kind === "wave");
		if (waving.length > 0) return `Starting hardware PWM stops the wave on ${gpiosText(waving)}.`;
		const shared = gpiosOfPwmChannel(hardwarePwmChannel(call.args.gpio) ?? -1);
		const sharing = others.filter(
			({ gpio, drive }) =>
				shared.includes(gpio) &&
				drive.kind === "hardwarePwm" &&
				(drive.frequency !== call.args.frequency || drive.dutyCycle !== call.args.dutyCycle),
		);
		if (sharing.length > 0) return `${gpiosText(sharing)} has the same PWM channel and changes with it.`;
	}
	if (call.command === "setHardwareClock") {
		const shared = gpiosOfClock(hardwareClock(call.args.gpio) ?? -1);
		const sharing = others.filter(
			({ gpio, drive }) =>
				shared.includes(gpio) && drive.kind === "clock" && drive.frequency !== call.args.frequency,
		);
		if (sharing.length > 0) return `${gpiosText(sharing)} has the same clock and changes with it.`;
	}
	return undefined;
}

function gpiosText(pins: readonly PinFacts[]): string {
	return `GPIO ${pins.map(({ gpio }) => gpio).join(", ")}`;
}

/** True for a call after which a pin is low, now or at times. */
export function drivesLow(call: PinCall): boolean {
	switch (call.command) {
		case "write":
			return call.args.level === 0;
		case "setMode":
			return call.args.mode === 1;
		case "setServo":
			return call.args.pulseWidth > 0;
		case "setPwm":
		case "setHardwarePwm":
		case "setHardwareClock":
			return true;
		default:
			return false;
	}
}
