import type { Controls } from "./Control.ts";
import { readingControl, roundTo } from "./controls.ts";
import type { ServoMotor } from "./ServoMotor.ts";

/** What can be read off a servo and done to it. */
export function servoControls(motor: ServoMotor): Controls {
	return {
		angle: readingControl("Angle", "deg", () => roundTo(0.1, motor.angle)),
		pulse: readingControl("Last pulse", "us", () => Math.round(motor.pulseWidth ?? 0)),
		blocked: {
			kind: "switch",
			label: "Blocked",
			get: () => motor.isBlocked,
			set: (value) => {
				motor.isBlocked = value;
			},
		},
	};
}
