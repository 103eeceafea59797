import { z } from "zod";
import { glitchControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { WaveformWriter } from "./waveforms/Waveform.ts";

/** A comparator on a rough signal. */
export const noisyLine = defineDevice({
	kind: "noisyLine",
	summary: "A comparator's output that is quiet, clicks once in a while and chatters in bursts.",
	pins: { data: { text: "the output; idle low" } },
	options: z.strictObject({
		everySeconds: z.number().positive().default(1.4).describe("Mean time between bursts or clicks."),
		burstMillis: z.number().positive().default(4).describe("Mean length of a burst."),
		changesPerSecond: z
			.number()
			.min(10)
			.max(200_000)
			.default(51_000)
			.describe("Changes a second within a burst."),
	}),
	start(context) {
		const { options, random, after, drive, play } = context;
		drive("data", 0);
		const chatter = () => {
			const length = Math.min(random.waitingTime(options.burstMillis * 1000), options.burstMillis * 3000);
			const period = 2e6 / options.changesPerSecond;
			const writer = new WaveformWriter<"data">();
			while (writer.time < length) {
				const high = random.around(period * 0.35, 0.9);
				writer.hold("data", 1, high).hold("data", 0, random.around(period * 0.65, 0.9));
			}
			return writer.finish();
		};
		const clicks = () => {
			const writer = new WaveformWriter<"data">();
			for (let left = random.integer(1, 4); left > 0; left--) {
				writer.hold("data", 1, random.between(15, 90)).hold("data", 0, random.between(200, 3000));
			}
			return writer.finish();
		};
		const knock = (done?: () => void) => play(random.chance(0.45) ? chatter() : clicks(), done);
		const wait = () => {
			after(random.waitingTime(options.everySeconds * 1e6), () => knock(wait));
		};
		wait();
		return {
			knock: { kind: "press", label: "Knock", run: () => void play(chatter()) },
			glitch: glitchControl(context, "data"),
		};
	},
});
