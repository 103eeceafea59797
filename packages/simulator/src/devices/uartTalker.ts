import { z } from "zod";
import { glitchControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { UartSender } from "./lines/UartSender.ts";
import { uartOptions } from "./uartOptions.ts";
import { ggaSentence } from "./waveforms/nmea.ts";

/** Something that talks on a serial line without being asked. */
export const uartTalker = defineDevice({
	kind: "uartTalker",
	summary:
		"Sends text on a serial line from time to time: a GPS receiver's position, or given lines in turn.",
	pins: { data: { text: "its transmit line; idle high", bus: "uart" } },
	options: z.strictObject({
		...uartOptions,
		everySeconds: z.number().positive().default(1).describe("Time from one line to the next."),
		lines: z
			.array(z.string())
			.optional()
			.describe("Lines sent in turn, line ends included; a GPS receiver's position if missing."),
	}),
	start(context) {
		const { options, random, after } = context;
		const encoder = new TextEncoder();
		// Cheap crystals: each device is off by its own fraction of a percent.
		const baud = random.around(options.baud, 0.003);
		const sender = new UartSender<"data">(context, "data", { ...options, baud });
		let turn = 0;
		let isTalking = true;
		const text = () => {
			const { lines } = options;
			if (lines) return lines[turn % lines.length] ?? "";
			const drift = Math.sin(turn / 40) * 4e-5;
			return ggaSentence({
				seconds: (45_319 + turn) % 86_400,
				latitude: 48.1173 + drift,
				longitude: 11.51667 + Math.cos(turn / 40) * 4e-5,
				altitude: 545.4 + Math.sin(turn / 7) * 0.6,
				satellites: 8 + Math.round(Math.sin(turn / 13)),
			});
		};
		const send = () => {
			// A line that takes longer than its turn costs turns, and no memory.
			if (isTalking && sender.isIdle) sender.send(encoder.encode(text()));
			turn++;
			after(random.around(options.everySeconds * 1e6, 0.002), send);
		};
		after(random.between(0.1, 0.5) * 1e6, send);
		return {
			say: {
				kind: "text",
				label: "Send a line",
				set: (line) => sender.send(encoder.encode(`${line}\r\n`)),
			},
			talking: {
				kind: "switch",
				label: "Talks by itself",
				get: () => isTalking,
				set: (value) => {
					isTalking = value;
				},
			},
			glitch: glitchControl(context, "data"),
		};
	},
});
