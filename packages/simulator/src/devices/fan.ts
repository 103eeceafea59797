import { z } from "zod";
import { glitchControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";

/** How often the fan looks at the duty cycle and changes its speed, in microseconds. */
const inertiaStep = 50_000;

/** A four-wire fan: what the Pi does on one pin shows on another. */
export const fan = defineDevice({
	kind: "fan",
	summary:
		"A four-wire fan: its speed follows the duty cycle on its control pin, its tacho pin tells the speed.",
	pins: {
		control: { text: "its PWM input", label: "PWM" },
		tacho: { text: "two low pulses a revolution; a resistor pulls it high", label: "tacho" },
	},
	options: z.strictObject({
		fullSpeed: z.number().positive().default(2400).describe("Revolutions a minute at 100 % duty cycle."),
		stallShare: z.number().min(0).max(1).default(0.08).describe("Duty cycle below which it stands still."),
	}),
	start(context) {
		const { options, random, now, after, drive, level: levelOf, onLevel } = context;
		let revolutionsPerSecond = 0;
		let isBlocked = false;
		let level = levelOf("control");
		let since = now();
		let high = 0;
		let measuredSince = now();
		onLevel("control", (next, time) => {
			if (level === 1) high += time - since;
			level = next;
			since = time;
		});
		const follow = () => {
			const time = now();
			if (level === 1) high += time - since;
			since = time;
			const duty = high / (time - measuredSince);
			high = 0;
			measuredSince = time;
			const aim = duty < options.stallShare ? 0 : (duty * options.fullSpeed) / 60;
			if (isBlocked) revolutionsPerSecond = 0;
			else revolutionsPerSecond += (aim - revolutionsPerSecond) * 0.05;
			after(inertiaStep, follow);
		};
		const pulse = () => {
			if (revolutionsPerSecond < 1) {
				after(inertiaStep, pulse);
				return;
			}
			const half = random.around(1e6 / (revolutionsPerSecond * 4), 0.01);
			drive("tacho", 0);
			after(half, () => {
				drive("tacho", 1);
				after(half, pulse);
			});
		};
		drive("tacho", 1);
		after(inertiaStep, follow);
		after(inertiaStep, pulse);
		return {
			speed: readingControl("Speed", "rpm", () => Math.round(revolutionsPerSecond * 60)),
			blocked: {
				kind: "switch",
				label: "Blocked",
				get: () => isBlocked,
				set: (value) => {
					isBlocked = value;
				},
			},
			glitch: glitchControl(context, "tacho", "Inject a glitch on the tacho"),
		};
	},
});
