import { z } from "zod";
import { glitchControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { bounceWaveform } from "./waveforms/bounce.ts";

/** A push button that someone presses now and then. */
export const button = defineDevice({
	kind: "button",
	summary: "A push button to ground that is pressed now and then, with contact bounce.",
	pins: { contact: { text: "contact; low while pressed" } },
	options: z.strictObject({
		everySeconds: z.number().min(0).default(5).describe("Mean time between presses; 0: only by hand."),
		holdMillis: z.number().positive().default(180).describe("Mean time a press lasts."),
		bounceMicros: z.number().min(0).default(1500).describe("Time the contact needs to come to rest."),
		pullUp: z
			.boolean()
			.default(true)
			.describe("A resistor pulls the open contact high; without it the GPIO's own pull decides."),
	}),
	start(context) {
		const { options, random, now, after, drive, play } = context;
		const open = options.pullUp ? 1 : undefined;
		/** Down: the contact is closed. Moving up: it bounces open. */
		let state: "up" | "down" | "movingUp" = "up";
		let isHeld = false;
		let presses = 0;
		let settled = 0;
		drive("contact", open);
		const pressDown = () => {
			state = "down";
			presses++;
			const length = random.around(options.bounceMicros, 0.6);
			settled = now() + options.bounceMicros * 3;
			play(bounceWaveform(0, length, random));
		};
		const letGo = () => {
			if (state !== "down" || isHeld) return;
			// A contact that still bounces is not let go.
			const wait = settled - now();
			if (wait > 0) {
				after(wait, letGo);
				return;
			}
			state = "movingUp";
			play(bounceWaveform(1, random.around(options.bounceMicros * 0.7, 0.6), random), () => {
				drive("contact", open);
				state = "up";
				if (isHeld) pressDown();
			});
		};
		const press = () => {
			if (state !== "up") return;
			pressDown();
			after(options.bounceMicros * 3 + random.around(options.holdMillis * 1000, 0.5), letGo);
		};
		const wait = () => {
			after(random.waitingTime(options.everySeconds * 1e6), () => {
				press();
				// Now and then a second, quick press, as people do.
				if (random.chance(0.25)) after(random.around(options.holdMillis * 3000, 0.3), press);
				wait();
			});
		};
		if (options.everySeconds > 0) wait();
		return {
			press: { kind: "press", label: "Press", run: press },
			hold: {
				kind: "switch",
				label: "Hold down",
				get: () => isHeld,
				set: (value) => {
					isHeld = value;
					if (!value) letGo();
					else if (state === "up") pressDown();
				},
			},
			presses: readingControl("Presses so far", "", () => presses),
			glitch: glitchControl(context, "contact"),
		};
	},
});
