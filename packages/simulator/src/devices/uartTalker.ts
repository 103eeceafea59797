import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { ggaSentence } from "./waveforms/nmea.ts";
import { uartWaveform } from "./waveforms/uart.ts";

/** Something that talks on a serial line without being asked. */
export const uartTalker = defineDevice({
	kind: "uartTalker",
	summary:
		"Sends text on a serial line from time to time: a GPS receiver's position, or given lines in turn.",
	pins: { data: { text: "its transmit line; idle high" } },
	options: z.strictObject({
		baud: z.number().min(50).max(250_000).default(9600).describe("Bits a second."),
		dataBits: z.number().int().min(5).max(8).default(8).describe("Data bits of a character."),
		parity: z.enum(["none", "even", "odd"]).default("none").describe("Parity bit."),
		stopBits: z
			.union([z.literal(1), z.literal(2)])
			.default(1)
			.describe("Stop bits."),
		everySeconds: z.number().positive().default(1).describe("Time from one line to the next."),
		lines: z
			.array(z.string())
			.optional()
			.describe("Lines sent in turn, line ends included; a GPS receiver's position if missing."),
	}),
	start({ options, random, after, drive, play }) {
		const encoder = new TextEncoder();
		// Cheap crystals: each device is off by its own fraction of a percent.
		const baud = random.around(options.baud, 0.003);
		let turn = 0;
		drive("data", 1);
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
			play(uartWaveform(encoder.encode(text()), { ...options, baud }));
			turn++;
			after(random.around(options.everySeconds * 1e6, 0.002), send);
		};
		after(random.between(0.1, 0.5) * 1e6, send);
		return undefined;
	},
});
