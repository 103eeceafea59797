import * as z from "zod/mini";
import { wallTime } from "./targetFacts.ts";

/** Who changes pins without being a session of the WebSocket. */
export const OTHER_PROGRAM = "other program";
export const LINE_SERVER = "line server";
/** Every program that calls over HTTP. */
export const HTTP_CALLER = "http";

/** What makes the level of a GPIO, as far as pigpiod tells. Frequencies in Hz, widths in microseconds. */
export const pinDrive = z.discriminatedUnion("kind", [
	/** An input, or a mode that belongs to a peripheral. */
	z.object({ kind: z.literal("none") }),
	/** An output that holds the level last written. */
	z.object({ kind: z.literal("level") }),
	z.object({
		kind: z.literal("pwm"),
		dutyCycle: z.number(),
		/** Full scale of dutyCycle. */
		range: z.number(),
		/** Steps that the hardware really has at this frequency. */
		realRange: z.number(),
		frequency: z.number(),
	}),
	z.object({ kind: z.literal("servo"), pulseWidth: z.number() }),
	/** dutyCycle of 1 000 000. */
	z.object({ kind: z.literal("hardwarePwm"), frequency: z.number(), dutyCycle: z.optional(z.number()) }),
	z.object({ kind: z.literal("clock"), frequency: z.number(), dutyCycle: z.optional(z.number()) }),
	/** Part of a wave that is being sent. */
	z.object({ kind: z.literal("wave") }),
]);
export type PinDrive = z.infer<typeof pinDrive>;

/**
 * Filters and watchdog of a pin as they were set through this bridge: pigpiod cannot be asked for them, so what is absent
 * has not been set here, and need not be off. 0 is off.
 */
export const pinWatches = z.object({
	/** Microseconds that a level must be steady. */
	glitch: z.optional(z.number()),
	/** Microseconds of quiet before, and of reporting after. */
	noise: z.optional(z.object({ steady: z.number(), active: z.number() })),
	/** Milliseconds without a change. */
	watchdog: z.optional(z.number()),
});
export type PinWatches = z.infer<typeof pinWatches>;

/** What of pigpiod works with a pin beside its drive, as far as it was begun through this bridge. */
export const pinUse = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("script"), script: z.number() }),
	z.object({ kind: z.literal("port"), port: z.enum(["bitBangI2c", "bitBangSpi", "bitBangSerial"]) }),
]);
export type PinUse = z.infer<typeof pinUse>;

/** What is known of one GPIO beside its level, which rides in the blocks. */
export const pinFacts = z.object({
	/** Broadcom number. */
	gpio: z.number(),
	/** pigpio's mode number: 0 input, 1 output, 4 to 7 ALT0 to ALT3, 3 ALT4, 2 ALT5. */
	mode: z.number(),
	/** Absent when unknown: pulls cannot be read back. 0 off, 1 down, 2 up. */
	pull: z.optional(z.object({ value: z.number(), source: z.enum(["set here", "power-on default"]) })),
	drive: pinDrive,
	/** Who changed it last, as far as the bridge saw. */
	changedBy: z.optional(
		z.object({
			/** A session id, {@link OTHER_PROGRAM}, {@link LINE_SERVER} or {@link HTTP_CALLER}. */
			session: z.string(),
			/** The command in its pigs form; empty when another program did it. */
			pigs: z.string(),
			at: wallTime,
			/** The session is gone since. */
			left: z.optional(z.boolean()),
		}),
	),
	watches: z.optional(pinWatches),
	use: z.optional(pinUse),
	/** No session changes it until it is unlocked. */
	locked: z.optional(z.boolean()),
});
export type PinFacts = z.infer<typeof pinFacts>;
