import { z } from "zod";
import { glitchControl, numberControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { quadratureLevels } from "./waveforms/quadrature.ts";

/** A rotary encoder that a hand turns in strokes. */
export const rotaryEncoder = defineDevice({
	kind: "rotaryEncoder",
	summary: "A rotary encoder with two contacts, turned in strokes of changing speed and direction.",
	pins: {
		a: { text: "contact A; leads when turned clockwise", label: "A" },
		b: { text: "contact B", label: "B" },
	},
	options: z.strictObject({
		everySeconds: z.number().min(0).default(2.5).describe("Mean pause between strokes; 0: only by hand."),
		detents: z.number().int().positive().default(12).describe("Mean detents of a stroke, four steps each."),
		stepMillis: z.number().positive().default(4).describe("Time of one step in the middle of a stroke."),
	}),
	start(context) {
		const { options, random, after, drive } = context;
		let position = 0;
		let left = 0;
		let direction = 1;
		const show = () => {
			const [a, b] = quadratureLevels(position);
			drive("a", a);
			drive("b", b);
		};
		show();
		const turn = (detents: number, done?: () => void) => {
			if (detents === 0) return;
			const total = Math.abs(detents) * 4;
			const busy = left > 0;
			left = total;
			direction = Math.sign(detents);
			if (busy) return;
			const step = () => {
				position += direction;
				left--;
				show();
				if (left <= 0) {
					done?.();
					return;
				}
				// A hand speeds up, is fastest in the middle and slows down.
				const phase = Math.min(1, left / total);
				const speed = 0.25 + 0.75 * Math.sin(Math.PI * phase);
				after(random.around((options.stepMillis * 1000) / speed, 0.12), step);
			};
			after(100, step);
		};
		const wait = () => {
			after(random.waitingTime(options.everySeconds * 1e6), () => {
				// A hand is at it already.
				if (left > 0) {
					wait();
					return;
				}
				const sign = random.chance(0.7) ? direction : -direction;
				turn(sign * Math.max(1, Math.round(random.around(options.detents, 0.8))), wait);
			});
		};
		if (options.everySeconds > 0) wait();
		return {
			clockwise: { kind: "press", label: "Turn clockwise", run: () => turn(1) },
			counterClockwise: { kind: "press", label: "Turn counter-clockwise", run: () => turn(-1) },
			turn: numberControl("Turn by", "detents", [-100, 100, 1], () => (direction * left) / 4, turn),
			position: readingControl("Position", "detents", () => position / 4),
			glitch: glitchControl(context, "a", "Inject a glitch on contact A"),
		};
	},
});
