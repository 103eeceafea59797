import { z } from "zod";
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
	start({ options, after, drive }) {
		const high = Math.min(options.highMillis, options.periodMillis) * 1000;
		const blink = () => {
			drive("data", 1);
			after(high, () => drive("data", 0));
			after(options.periodMillis * 1000, blink);
		};
		drive("data", 0);
		after(options.periodMillis * 1000, blink);
		return undefined;
	},
});
