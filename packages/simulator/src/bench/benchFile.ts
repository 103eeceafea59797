import { z } from "zod";

const gpio = z.number().int().min(0).max(53);

/** One device as a bench file describes it. What `pins` and `options` may hold depends on its kind. */
export const deviceEntry = z.strictObject({
	kind: z.string(),
	name: z.string().min(1).optional().describe("Unique on the bench; the kind if missing."),
	pins: z.record(z.string(), gpio).default({}).describe("The GPIO each pin is wired to."),
	options: z.record(z.string(), z.unknown()).default({}),
});
export type DeviceEntry = z.output<typeof deviceEntry>;

/** The form of a bench file. */
export const benchFile = z.strictObject({
	name: z.string().min(1).describe("What the bench is called."),
	seed: z.number().int().min(0).default(1).describe("Seed of all chance; the same seed, the same bench."),
	names: z
		.record(z.string().regex(/^(?:\d|[1-4]\d|5[0-3])$/, "is no GPIO number, 0 to 53"), z.string().min(1))
		.default({})
		.describe("Names of GPIOs, by number; they come before those the devices give."),
	devices: z.array(deviceEntry),
});

/** A bench as written in a file. */
export type BenchFile = z.input<typeof benchFile>;
