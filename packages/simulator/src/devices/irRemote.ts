import { z } from "zod";
import { glitchControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { necRepeatWaveform, necWaveform } from "./waveforms/nec.ts";

/** From the beginning of one message to the next while a key is held. */
const repeatPeriod = 108_000;

/** An infrared receiver at which someone points a remote control. */
export const irRemote = defineDevice({
	kind: "irRemote",
	summary: "An infrared receiver's output while keys of an NEC remote control are pressed and held.",
	pins: { data: { text: "the receiver's output; idle high" } },
	options: z.strictObject({
		address: z.number().int().min(0).max(255).default(0x04).describe("Address of the remote control."),
		keys: z
			.array(z.number().int().min(0).max(255))
			.min(1)
			.default([0x08, 0x02, 0x03, 0x00, 0x01, 0x09])
			.describe("Commands of the keys that are pressed."),
		everySeconds: z.number().min(0).default(2.5).describe("Mean pause between keys; 0: only by hand."),
		maximumRepeats: z.number().int().min(0).default(4).describe("Repeat codes of the longest press."),
	}),
	start(context) {
		const { options, random, after, drive, play } = context;
		let busy = false;
		drive("data", 1);
		const distortion = () => random.around(1, 0.015);
		const press = (key: number, done?: () => void) => {
			if (busy) return;
			busy = true;
			let repeats = random.integer(0, options.maximumRepeats);
			play(necWaveform(options.address, key, distortion));
			const next = () => {
				if (repeats === 0) {
					busy = false;
					done?.();
					return;
				}
				repeats--;
				play(necRepeatWaveform(distortion));
				after(repeatPeriod, next);
			};
			after(repeatPeriod, next);
		};
		const anyKey = () => options.keys[random.integer(0, options.keys.length - 1)] ?? 0;
		const wait = () => {
			after(random.around(options.everySeconds * 1e6, 0.4), () => {
				if (busy) wait();
				else press(anyKey(), wait);
			});
		};
		if (options.everySeconds > 0) wait();
		const choices = [...new Set(options.keys)].map(keyName);
		let chosen = choices[0] ?? "";
		return {
			key: {
				kind: "choice",
				label: "Key to press",
				choices,
				get: () => chosen,
				set: (value) => {
					chosen = value;
				},
			},
			press: { kind: "press", label: "Press the key", run: () => press(Number(chosen)) },
			glitch: glitchControl(context, "data"),
		};
	},
});

/** A key by its command, such as 0x08. */
function keyName(command: number): string {
	return `0x${command.toString(16).padStart(2, "0")}`;
}
