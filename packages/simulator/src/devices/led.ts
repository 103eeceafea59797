import { z } from "zod";
import { readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";

/** Time constant of the eye that looks at it, in microseconds: faster changes are seen as brightness. */
const persistence = 40_000;

/** A lamp that shines as bright as its duty cycle. */
export const led = defineDevice({
	kind: "led",
	summary: "An LED with its resistor: its brightness is the duty cycle an eye would see.",
	pins: { anode: { text: "the line that feeds it" } },
	options: z.strictObject({
		activeLow: z
			.boolean()
			.default(false)
			.describe("It sits between the line and 3.3 V, and shines while low."),
	}),
	start({ options, now, level: levelOf, onLevel }) {
		const shines = (level: number) => (level === 1) !== options.activeLow;
		let isShining = shines(levelOf("anode"));
		let since = now();
		let brightness = isShining ? 1 : 0;
		const look = () => {
			const share = Math.exp((since - now()) / persistence);
			since = now();
			brightness = brightness * share + (isShining ? 1 - share : 0);
			return brightness;
		};
		onLevel("anode", (level) => {
			look();
			isShining = shines(level);
		});
		return {
			brightness: readingControl("Brightness", "%", () => Math.round(look() * 100)),
			lit: readingControl("Lit", "", () => isShining),
		};
	},
});
