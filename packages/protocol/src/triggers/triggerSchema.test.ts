import { describe, expect, it } from "vitest";
import type { Trigger } from "./Trigger.ts";
import { trigger as schema } from "./triggerSchema.ts";

const complete: Trigger = {
	number: 1,
	name: "Reset",
	enabled: true,
	stages: [
		{ condition: { kind: "lines", lines: { 0: "falling", 31: "high" }, entering: true }, count: 2 },
		{ condition: { kind: "pulse", channel: 17, level: "either", min: 0.5 }, count: 1, within: 1e6 },
		{ condition: { kind: "timeout", channel: 4, level: 0, after: 5000 }, count: 1 },
	],
	action: { kind: "segment", length: { unit: "time", micros: 1000 }, position: 0.5, keep: 50 },
};

describe("the schema of triggers", () => {
	it("gives back what was sent as text", () => {
		expect(schema.parse(JSON.parse(JSON.stringify(complete)))).toEqual(complete);
	});

	it.each([
		["a line that is none", { stages: [{ condition: { kind: "lines", lines: { 32: "low" } }, count: 1 }] }],
		["a level that is none", { stages: [{ condition: { kind: "lines", lines: { 3: "up" } }, count: 1 }] }],
		[
			"a channel that is none",
			{ stages: [{ condition: { kind: "timeout", channel: 32, level: 0, after: 1 }, count: 1 }] },
		],
		["a count of none", { stages: [{ ...complete.stages[0], count: 0 }] }],
		["more stages than anybody needs", { stages: Array.from({ length: 17 }, () => complete.stages[0]) }],
		["a position outside", { action: { ...complete.action, position: 2 } }],
		["another action", { action: { kind: "explode" } }],
		["a field too many", { extra: 1 }],
	])("refuses %s", (_, part) => {
		expect(schema.safeParse({ ...complete, ...part }).success).toBe(false);
	});
});
