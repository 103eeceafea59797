import { z } from "zod";
import { glitchControl, numberControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { quadratureLevels } from "./waveforms/quadrature.ts";

/** From one rest to the next both contacts close and open. */
const stepsPerDetent = 4;

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
		/** Where it is turned to, in steps. */
		let target = 0;
		let direction = 1;
		let isTurning = false;
		const show = () => {
			const [a, b] = quadratureLevels(position);
			drive("a", a);
			drive("b", b);
		};
		show();
		/** Turns on from the detent that is next; who turns meanwhile takes over. */
		const turn = (detents: number, done?: () => void) => {
			target = (Math.round(position / stepsPerDetent) + detents) * stepsPerDetent;
			const total = Math.abs(target - position);
			if (detents !== 0) direction = Math.sign(detents);
			if (isTurning || total === 0) return;
			isTurning = true;
			const step = () => {
				position += Math.sign(target - position);
				show();
				const left = Math.abs(target - position);
				if (left === 0) {
					isTurning = false;
					done?.();
					return;
				}
				// A hand speeds up, is fastest in the middle and slows down.
				const speed = 0.25 + 0.75 * Math.sin(Math.PI * Math.min(1, left / total));
				after(random.around((options.stepMillis * 1000) / speed, 0.12), step);
			};
			after(100, step);
		};
		const wait = () => {
			after(random.waitingTime(options.everySeconds * 1e6), () => {
				// A hand is at it already.
				if (isTurning) {
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
			turn: numberControl(
				"Turn by",
				"detents",
				[-100, 100, 1],
				() => (target - position) / stepsPerDetent,
				turn,
			),
			position: readingControl("Position", "detents", () => position / stepsPerDetent),
			glitch: glitchControl(context, "a", "Inject a glitch on contact A"),
		};
	},
});
