import type { PinDrive } from "@gpioscope/protocol";

/** What the Drive section of the inspector shows. */
export type DriveTab = "level" | "pwm" | "servo" | "pulse" | "hardware";

const all: readonly DriveTab[] = ["level", "pwm", "servo", "pulse", "hardware"];
/** pigpiod gives PWM, servo pulses and triggers to the first bank only. */
const ofBank2: readonly DriveTab[] = ["level", "hardware"];

/** What can drive a GPIO, in the order of its tabs. `hasReports` tells the first bank from the second. */
export function drivesOf(hasReports: boolean): readonly DriveTab[] {
	return hasReports ? all : ofBank2;
}

/** The tab to show: the one picked where the GPIO has it, else that of what drives the pin. */
export function shownDrive(
	tabs: readonly DriveTab[],
	picked: DriveTab | undefined,
	drive: PinDrive | undefined,
): DriveTab {
	if (picked !== undefined && tabs.includes(picked)) return picked;
	switch (drive?.kind) {
		case "pwm":
		case "servo":
			return drive.kind;
		case "hardwarePwm":
		case "clock":
			return "hardware";
		default:
			return "level";
	}
}
