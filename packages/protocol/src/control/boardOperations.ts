import * as z from "zod/mini";
import { defineOperation, done, field } from "./defineOperation.ts";

const anyGpio = z.number().check(z.int(), z.gte(0), z.lte(53));
const gpio = field(anyGpio, "GPIO 0 to 53.");
const level = field(z.literal([0, 1]), "0 low, 1 high.");
/** An hour: more would keep a test waiting without an answer. */
const MOST_MICROS = 3_600_000_000;

/** What can be done to the GPIOs from outside, and to time. */
export const boardOperations = {
	glitch: defineOperation({
		summary: "Drives a GPIO to a level for a moment, whatever devices do to it.",
		params: {
			gpio,
			level,
			micros: field(z.number().check(z.gt(0), z.lte(10_000_000)), "How long, in microseconds, up to 10 s."),
		},
		result: done,
		forPages: "operator",
		example: { params: { gpio: 17, level: 0, micros: 40 }, result: {} },
	}),
	drive: defineOperation({
		summary: "Drives a GPIO from outside until it is released, whatever devices do to it.",
		params: { gpio, level },
		result: done,
		example: { params: { gpio: 17, level: 1 }, result: {} },
	}),
	release: defineOperation({
		summary: "Lets go of a GPIO that drive holds; devices and its pull decide again.",
		params: { gpio },
		result: done,
		example: { params: { gpio: 17 }, result: {} },
	}),
	time: defineOperation({
		summary: "Tells the simulator's time.",
		params: {},
		result: z.object({
			/** The daemon's, microseconds that wrap at 2^32. */
			tick: z.number(),
			/** Microseconds since the simulator started. */
			micros: z.number(),
			/** Whether time passes only by advance. */
			isVirtual: z.boolean(),
			/** Simulated seconds in a second: 1, or 0 for a virtual clock. */
			rate: z.number(),
		}),
		example: { params: {}, result: { tick: 4_294_000_000, micros: 1_500_000, isVirtual: false, rate: 1 } },
	}),
	advance: defineOperation({
		summary:
			"Lets time pass, at once; only with a virtual clock. Answers when all that was due has happened.",
		params: { micros: field(z.number().check(z.int(), z.gte(0), z.lte(MOST_MICROS)), "Up to an hour.") },
		result: z.object({ tick: z.number(), micros: z.number() }),
		example: { params: { micros: 1000 }, result: { tick: 2000, micros: 2000 } },
	}),
} as const;
