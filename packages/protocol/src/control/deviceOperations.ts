import * as z from "zod/mini";
import { defineOperation, done, field } from "./defineOperation.ts";
import { benchFacts, controlValue, deviceFacts } from "./deviceFacts.ts";

const device = field(z.string(), "Name of the device.");
const control = field(z.string(), "Short name of the control.");

/** What can be done to the devices on the bench. */
export const deviceOperations = {
	devices: defineOperation({
		summary: "Tells what stands on the bench: every device with its GPIOs, controls and their values.",
		params: {},
		result: benchFacts,
		forPages: "viewer",
		example: {
			params: {},
			result: {
				name: "Mine",
				devices: [
					{
						name: "Button",
						kind: "button",
						gpios: { contact: 17 },
						controls: [{ kind: "press", name: "press", label: "Press" }],
					},
				],
			},
		},
	}),
	get: defineOperation({
		summary: "Tells the value of a switch, number, choice or reading.",
		params: { device, control },
		result: z.object({ value: controlValue }),
		forPages: "viewer",
		example: { params: { device: "Climate", control: "temperature" }, result: { value: 23.5 } },
	}),
	set: defineOperation({
		summary: "Sets a switch, number or choice, or hands over a text. Answers the value it has then.",
		params: {
			device,
			control,
			value: field(controlValue, "true or false, a number within the limits, one of the choices, or a text."),
		},
		result: z.object({ value: controlValue }),
		forPages: "operator",
		example: { params: { device: "Climate", control: "temperature", value: 30 }, result: { value: 30 } },
	}),
	press: defineOperation({
		summary: "Does what a control of kind press stands for.",
		params: { device, control },
		result: done,
		forPages: "operator",
		example: { params: { device: "Button", control: "press" }, result: {} },
	}),
	picture: defineOperation({
		summary: "Takes the picture of a display: one byte a pixel, row by row from the top, 0 dark, 255 lit.",
		params: { device, control },
		result: z.object({ width: z.number(), height: z.number(), pixels: z.object({ hex: z.string() }) }),
		forPages: "viewer",
		example: {
			params: { device: "Display", control: "picture" },
			result: { width: 4, height: 2, pixels: { hex: "ff0000ff00ffff00" } },
		},
	}),
	kinds: defineOperation({
		summary: "Tells every kind of device, with its pins and options.",
		params: {},
		result: z.object({
			kinds: z.array(
				z.object({
					kind: z.string(),
					summary: z.string(),
					pins: z.record(z.string(), z.string()),
					options: z.record(z.string(), z.string()),
				}),
			),
		}),
		example: {
			params: {},
			result: {
				kinds: [
					{
						kind: "blinker",
						summary: "A line that goes high and low at a steady pace, as a heartbeat lamp does.",
						pins: { data: "the line" },
						options: { periodMillis: "From one rise to the next. (number, more than 0)" },
					},
				],
			},
		},
	}),
	attach: defineOperation({
		summary: "Connects a further device, described as in a bench file.",
		params: {
			device: field(
				z.record(z.string(), z.unknown()),
				"An entry of a bench file: kind, name, pins, options.",
			),
		},
		result: deviceFacts,
		example: {
			params: { device: { kind: "blinker", name: "Lamp", pins: { data: 26 } } },
			result: { name: "Lamp", kind: "blinker", gpios: { data: 26 }, controls: [] },
		},
	}),
	detach: defineOperation({
		summary: "Disconnects a device; the GPIOs it drove are let go.",
		params: { device },
		result: done,
		example: { params: { device: "Lamp" }, result: {} },
	}),
	load: defineOperation({
		summary: "Clears the bench and loads another: one that ships, or a file where the simulator runs.",
		params: { bench: field(z.string(), "Name of a bench that ships, or a JSON or YAML file.") },
		result: benchFacts,
		example: { params: { bench: "none" }, result: { name: "No bench", devices: [] } },
	}),
	subscribe: defineOperation({
		summary:
			"Tells from now on which controls changed and which devices came or went, at most ten times a second.",
		params: {},
		result: benchFacts,
		forPages: "viewer",
		example: { params: {}, result: { name: "No bench", devices: [] } },
	}),
	unsubscribe: defineOperation({
		summary: "Tells no more.",
		params: {},
		result: done,
		forPages: "viewer",
		example: { params: {}, result: {} },
	}),
} as const;
