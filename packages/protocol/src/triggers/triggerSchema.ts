import * as z from "zod/mini";
import type { Trigger } from "./Trigger.ts";

/** Most of each that a trigger may have. */
export const triggerLimits = {
	number: 999,
	stages: 16,
	count: 1e9,
	/** Microseconds: about 11 days. */
	micros: 1e12,
	/** Changes of a pause or a segment. */
	changes: 1e8,
	keep: 1000,
	name: 100,
} as const;

const whole = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));
const channel = whole(0, 31);
const micros = z.number().check(z.gte(0), z.lte(triggerLimits.micros));
const level = z.union([z.literal(0), z.literal(1), z.literal("either")]);
const position = z.number().check(z.gte(0), z.lte(1));

const condition = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("lines"),
		lines: z.record(
			z.string().check(z.regex(/^([12]?\d|3[01])$/)),
			z.enum(["low", "high", "edge", "falling", "rising"]),
		),
		entering: z.exactOptional(z.boolean()),
	}),
	z.strictObject({
		kind: z.literal("pulse"),
		channel,
		level,
		min: z.exactOptional(micros),
		max: z.exactOptional(micros),
	}),
	z.strictObject({ kind: z.literal("timeout"), channel, level, after: micros }),
]);

const length = z.discriminatedUnion("unit", [
	z.strictObject({ unit: z.literal("changes"), count: whole(0, triggerLimits.changes) }),
	z.strictObject({ unit: z.literal("time"), micros }),
]);

const action = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("count") }),
	z.strictObject({ kind: z.literal("pause"), length, position }),
	z.strictObject({ kind: z.literal("segment"), length, position, keep: whole(1, triggerLimits.keep) }),
]);

/** A trigger as it is sent and stored: its form. Whether it is complete enough to be switched on is another question. */
export const trigger: z.ZodMiniType<Trigger> = z.strictObject({
	number: whole(1, triggerLimits.number),
	name: z.string().check(z.maxLength(triggerLimits.name)),
	enabled: z.boolean(),
	stages: z
		.array(
			z.strictObject({
				condition,
				count: whole(1, triggerLimits.count),
				within: z.exactOptional(micros),
			}),
		)
		.check(z.maxLength(triggerLimits.stages)),
	action,
});
