import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { hobbyServo, ServoMotor } from "./ServoMotor.ts";
import { servoControls } from "./servoControls.ts";

/** A servo that goes where the width of its pulses says. */
export const servo = defineDevice({
	kind: "servo",
	summary: "A servo: turns to the angle that the width of its pulses says, as fast as it can.",
	pins: { signal: { text: "its signal line" } },
	options: z.strictObject({
		from: z
			.number()
			.min(400)
			.max(1400)
			.default(hobbyServo.from)
			.describe("Pulse width at 0 degrees, in microseconds."),
		to: z
			.number()
			.min(1600)
			.max(2600)
			.default(hobbyServo.to)
			.describe("Pulse width at 180 degrees, in microseconds."),
		slewMillis: z
			.number()
			.positive()
			.default(hobbyServo.slewMillis)
			.describe("Time it needs for 60 degrees."),
	}),
	start: (context) => servoControls(new ServoMotor(context, context.options)),
});
