import { z } from "zod";
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
	start({ options, random, after, drive, play }) {
		const open = options.pullUp ? 1 : undefined;
		let pressed = false;
		drive("contact", open);
		const press = () => {
			if (pressed) return;
			pressed = true;
			play(bounceWaveform(0, random.around(options.bounceMicros, 0.6), random));
			after(options.bounceMicros * 3 + random.around(options.holdMillis * 1000, 0.5), release);
		};
		const release = () => {
			play(bounceWaveform(1, random.around(options.bounceMicros * 0.7, 0.6), random), () => {
				drive("contact", open);
				pressed = false;
			});
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
		return { press: { kind: "press", label: "Press", run: press } };
	},
});
