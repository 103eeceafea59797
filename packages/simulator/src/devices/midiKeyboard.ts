import { z } from "zod";
import { glitchControl, numberControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { UartSender } from "./lines/UartSender.ts";
import type { UartFormat } from "./waveforms/uart.ts";

/** MIDI's own rate and frame. */
const format: UartFormat = { baud: 31_250, dataBits: 8, parity: "none", stopBits: 1 };
/** Status bytes; the channel is in their low half. */
const status = { noteOff: 0x80, noteOn: 0x90, controlChange: 0xb0, activeSensing: 0xfe } as const;
/** How often a keyboard says that it is still there. */
const sensingTime = 270_000;
/** A minor scale, as steps of half a tone. */
const scale = [0, 2, 3, 5, 7, 8, 10, 12];

/** A keyboard that somebody plays. */
export const midiKeyboard = defineDevice({
	kind: "midiKeyboard",
	summary: "A MIDI keyboard's output: notes of somebody playing, at 31250 baud, and active sensing.",
	pins: { data: { text: "its output behind the optocoupler; idle high", label: "MIDI", bus: "uart" } },
	options: z.strictObject({
		channel: z.number().int().min(1).max(16).default(1).describe("Its channel."),
		everyMillis: z.number().min(0).default(400).describe("Mean time between notes; 0: only by hand."),
		root: z.number().int().min(0).max(108).default(57).describe("Lowest note of the scale; 60 is middle C."),
	}),
	start(context) {
		const { options, random, after } = context;
		const sender = new UartSender<"data">(context, "data", format);
		const channel = options.channel - 1;
		let last = options.root;
		const play = (note: number) => {
			last = note;
			sender.send([status.noteOn | channel, note, random.integer(50, 110)]);
			after(random.around(Math.max(100, options.everyMillis) * 800, 0.5), () => {
				sender.send([status.noteOff | channel, note, 64]);
			});
		};
		const improvise = () => {
			play(options.root + (scale[random.integer(0, scale.length - 1)] ?? 0));
			after(random.around(options.everyMillis * 1000, 0.5), improvise);
		};
		const sense = () => {
			sender.send([status.activeSensing]);
			after(sensingTime, sense);
		};
		if (options.everyMillis > 0) after(random.between(0.1, 0.5) * 1e6, improvise);
		after(sensingTime, sense);
		return {
			note: numberControl("Play a note", "", [0, 127, 1], () => last, play),
			allOff: {
				kind: "press",
				label: "All notes off",
				run: () => sender.send([status.controlChange | channel, 123, 0]),
			},
			glitch: glitchControl(context, "data"),
		};
	},
});
