import type { LineCondition, TriggerCondition, TriggerStage } from "@gpioscope/protocol";
import fc from "fast-check";

const channel = fc.constantFrom(0, 1, 2, 31);
const level = fc.constantFrom(0 as const, 1 as const, "either" as const);
const line = fc.constantFrom<LineCondition[]>("low", "high", "edge", "falling", "rising");

const condition: fc.Arbitrary<TriggerCondition> = fc.oneof(
	fc
		.tuple(
			fc.uniqueArray(fc.tuple(channel, line), { minLength: 1, maxLength: 3, selector: ([at]) => at }),
			fc.boolean(),
		)
		.map(([lines, entering]) => ({ kind: "lines" as const, lines: Object.fromEntries(lines), entering })),
	fc.record({
		kind: fc.constant("pulse" as const),
		channel,
		level,
		min: fc.nat(20),
		max: fc.integer({ min: 5, max: 80 }),
	}),
	fc.record({
		kind: fc.constant("timeout" as const),
		channel,
		level,
		after: fc.integer({ min: 1, max: 30 }),
	}),
);

/** One to three stages over the channels of random histories, with times that fit them. */
export const arbitraryStages: fc.Arbitrary<TriggerStage[]> = fc.array(
	fc.record(
		{ condition, count: fc.constantFrom(1, 1, 1, 2, 3), within: fc.integer({ min: 1, max: 60 }) },
		{ requiredKeys: ["condition", "count"] },
	),
	{ minLength: 1, maxLength: 3 },
);
