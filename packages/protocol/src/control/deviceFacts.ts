import * as z from "zod/mini";

const head = {
	/** Short name, by which operations mean it. */
	name: z.string(),
	/** What people read. */
	label: z.string(),
};

/** A value of a control: of a switch true or false, of a choice one of its texts. */
export const controlValue = z.union([z.number(), z.boolean(), z.string()]);
export type ControlValue = z.infer<typeof controlValue>;

/** Something that can be done to a virtual device or read off it, with its value now. */
export const controlFacts = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("press"), ...head }),
	z.object({ kind: z.literal("switch"), ...head, value: z.boolean() }),
	z.object({
		kind: z.literal("number"),
		...head,
		/** "" for a bare number. */
		unit: z.string(),
		min: z.number(),
		max: z.number(),
		step: z.number(),
		value: z.number(),
	}),
	z.object({ kind: z.literal("choice"), ...head, choices: z.array(z.string()), value: z.string() }),
	z.object({ kind: z.literal("text"), ...head }),
	z.object({ kind: z.literal("reading"), ...head, unit: z.string(), value: controlValue }),
	z.object({ kind: z.literal("picture"), ...head, width: z.number(), height: z.number() }),
]);
export type ControlFacts = z.infer<typeof controlFacts>;

/** One virtual device. */
export const deviceFacts = z.object({
	/** Unique on the bench. */
	name: z.string(),
	kind: z.string(),
	/** The GPIO of each of its pins. */
	gpios: z.record(z.string(), z.number()),
	controls: z.array(controlFacts),
});
export type DeviceFacts = z.infer<typeof deviceFacts>;

/** A bench: what it is called and what stands on it. */
export const benchFacts = z.object({ name: z.string(), devices: z.array(deviceFacts) });
export type BenchFacts = z.infer<typeof benchFacts>;

/** A control that changed; without a value it is a picture, to be asked for. */
export const changedValue = z.object({
	device: z.string(),
	control: z.string(),
	value: z.optional(controlValue),
});
export type ChangedValue = z.infer<typeof changedValue>;

/** What a subscriber is told, at most ten times a second. */
export const benchEvent = z.discriminatedUnion("event", [
	z.object({ event: z.literal("values"), values: z.array(changedValue) }),
	/** Devices came or went. */
	z.object({ event: z.literal("bench"), bench: benchFacts }),
]);
export type BenchEvent = z.infer<typeof benchEvent>;
