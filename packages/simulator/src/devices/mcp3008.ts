import { z } from "zod";
import { Mcp3008Chip } from "./chips/Mcp3008Chip.ts";
import { glitchControl, numberControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { SpiSlave } from "./lines/SpiSlave.ts";
import { spiPins } from "./spiPins.ts";

const fullScale = 1024;

/** Eight voltages. */
export const mcp3008 = defineDevice({
	kind: "mcp3008",
	summary: "An MCP3008 analogue-to-digital converter on SPI: eight channels of ten bits.",
	pins: spiPins,
	options: z.strictObject({
		reference: z.number().min(0.25).max(5).default(3.3).describe("Its reference voltage, which reads 1023."),
		volts: z
			.array(z.number().min(0).max(5))
			.max(8)
			.default([1.65, 0.4, 2.9, 3.3])
			.describe("Voltages of channels 0, 1 and so on at the start; the rest are 0."),
		noise: z.number().min(0).max(50).default(1).describe("How far a result may be off, in its steps."),
	}),
	start(context) {
		const { options, random } = context;
		const volts = Array.from({ length: 8 }, (_, channel) => options.volts[channel] ?? 0);
		const noisy = (channel: number) =>
			((volts[channel] ?? 0) / options.reference) * fullScale +
			options.noise * (random.next() + random.next() - 1);
		const convert = (plus: number, minus: number | undefined) => {
			const steps = noisy(plus) - (minus === undefined ? 0 : noisy(minus));
			return Math.min(fullScale - 1, Math.max(0, Math.floor(steps)));
		};
		new SpiSlave(context, new Mcp3008Chip(convert), 0);
		const channels = volts.map((_, channel) => [
			`channel${channel}`,
			numberControl(
				`Channel ${channel}`,
				"V",
				[0, 5, 0.01],
				() => volts[channel] ?? 0,
				(value) => {
					volts[channel] = value;
				},
			),
		]);
		return {
			...Object.fromEntries(channels),
			glitch: glitchControl(context, "sclk", "Inject a glitch on the clock"),
		};
	},
});
