import { z } from "zod";
import type { Cancel } from "./Device.ts";
import { defineDevice } from "./defineDevice.ts";
import { hobbyServo, ServoMotor } from "./ServoMotor.ts";
import { servoControls } from "./servoControls.ts";

const pulseWidth = z.number().int().min(500).max(2500);

/** A servo, and a program that moves it to and fro until somebody else takes it. */
export const servoSweep = defineDevice({
	kind: "servoSweep",
	summary:
		"A servo, and a program on the Pi that turns it to and fro and leaves it alone once anyone else sets it.",
	pins: { signal: { text: "the servo's signal line" } },
	options: z.strictObject({
		from: pulseWidth.default(1000).describe("Pulse width at one end, in microseconds."),
		to: pulseWidth.default(2000).describe("Pulse width at the other end, in microseconds."),
		periodSeconds: z.number().positive().default(6).describe("Time of one way there and back."),
		stepMillis: z.number().min(20).default(60).describe("Time between commands."),
	}),
	start(context) {
		const { gpio, now, after, command, onBoot, log } = context;
		const { from, to, periodSeconds, stepMillis } = context.options;
		const motor = new ServoMotor(context, hobbyServo);
		const servo = gpio("signal");
		let begin = now();
		let last: number | undefined;
		let cancel: Cancel = () => {};
		const step = () => {
			if (last !== undefined && command({ name: "getServoPulseWidth", args: { gpio: servo } }) !== last) {
				log(`leaves GPIO ${servo} alone, as someone else uses it`);
				return;
			}
			const phase = ((now() - begin) / (periodSeconds * 1e6)) * 2 * Math.PI;
			last = Math.round((from + to) / 2 - ((to - from) / 2) * Math.cos(phase));
			if (command({ name: "setServo", args: { gpio: servo, pulseWidth: last } }) < 0) return;
			cancel = after(stepMillis * 1000, step);
		};
		const run = () => {
			begin = now();
			last = undefined;
			cancel();
			cancel = after(0, step);
		};
		run();
		onBoot(run);
		return servoControls(motor);
	},
});
