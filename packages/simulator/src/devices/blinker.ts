import { z } from "zod";
import { glitchControl, numberControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";

/** A steady, slow square wave: the simplest thing to see. */
export const blinker = defineDevice({
	kind: "blinker",
	summary: "A line that goes high and low at a steady pace, as a heartbeat lamp does.",
	pins: { data: { text: "the line" } },
	options: z.strictObject({
		periodMillis: z.number().positive().default(1000).describe("From one rise to the next."),
		highMillis: z.number().positive().default(120).describe("How long it stays high."),
	}),
	start(context) {
		const { options, after, drive } = context;
		let { periodMillis } = options;
		const blink = () => {
			drive("data", 1);
			after(Math.min(options.highMillis, periodMillis) * 1000, () => drive("data", 0));
			after(periodMillis * 1000, blink);
		};
		drive("data", 0);
		after(periodMillis * 1000, blink);
		return {
			period: numberControl(
				"Period",
				"ms",
				[1, 60_000, 1],
				() => periodMillis,
				(value) => {
					periodMillis = value;
				},
			),
			glitch: glitchControl(context, "data"),
		};
	},
});
