import type { Trigger, TriggerAction, TriggerCondition, TriggerStage } from "@gpioscope/protocol";
import { trigger as schema } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { describeTrigger } from "./describeTrigger.ts";
import { piscopePreset, triggerFromPiscope } from "./piscopeTriggers.ts";
import { triggerProblem } from "./triggerProblem.ts";

const stage = (condition: TriggerCondition, rest: Partial<TriggerStage> = {}): TriggerStage => ({
	condition,
	count: 1,
	...rest,
});
const falls: TriggerCondition = { kind: "lines", lines: { 17: "falling" } };
const low: TriggerCondition = { kind: "timeout", channel: 17, level: 0, after: 5000 };
const words = (...stages: TriggerStage[]) =>
	describeTrigger({ stages }, (channel) => `GPIO ${channel}`).replaceAll("\u00a0", " ");

describe("describeTrigger", () => {
	it.each([
		["GPIO 17 falls, then low ≥ 5 ms", [stage(falls), stage(low)]],
		[
			"GPIO 17 falls, then GPIO 4 rises within 1.5 ms",
			[stage(falls), stage({ kind: "lines", lines: { 4: "rising" } }, { within: 1500 })],
		],
		["GPIO 17 falls 3 times", [stage(falls, { count: 3 })]],
		[
			"GPIO 4 rises and GPIO 17 falls at once while GPIO 22 is high",
			[stage({ kind: "lines", lines: { 17: "falling", 22: "high", 4: "rising" } })],
		],
		["any change while GPIO 4 is low", [stage({ kind: "lines", lines: { 4: "low" } })]],
		[
			"as soon as GPIO 4 is low and GPIO 5 is high",
			[stage({ kind: "lines", lines: { 4: "low", 5: "high" }, entering: true })],
		],
		["GPIO 27 high pulse ≤ 12 µs", [stage({ kind: "pulse", channel: 27, level: 1, max: 12 })]],
		[
			"GPIO 27 pulse 10 µs to 1 ms",
			[stage({ kind: "pulse", channel: 27, level: "either", min: 10, max: 1000 })],
		],
		["GPIO 27 no edge for 2 s", [stage({ kind: "timeout", channel: 27, level: "either", after: 2e6 })]],
	] as const)("says %s", (expected, stages) => {
		expect(words(...stages)).toBe(expected);
	});
});

describe("triggerProblem", () => {
	const problem = (stages: readonly TriggerStage[], action: TriggerAction = { kind: "count" }) =>
		triggerProblem({ stages, action });

	it("has nothing against a complete trigger", () => {
		expect(problem([stage(falls), stage(low, { within: 10 })])).toBeUndefined();
		const length = { unit: "changes", count: 0 } as const;
		expect(problem([stage(falls)], { kind: "pause", length, position: 1 })).toBeUndefined();
	});

	it.each([
		["It has no stage yet.", []],
		["It has no line yet: give one an edge or a level.", [stage({ kind: "lines", lines: {} })]],
		["Stage 2 has no time to wait for yet.", [stage(falls), stage({ ...low, after: 0 })]],
		[
			"Stage 1 has no width yet: give a shortest or a longest.",
			[stage({ kind: "pulse", channel: 1, level: 1 }), stage(falls)],
		],
		[
			"It has a shortest width above its longest.",
			[stage({ kind: "pulse", channel: 1, level: 1, min: 2, max: 1 })],
		],
		["It must happen a whole number of times, from 1.", [stage(falls, { count: 0 })]],
		["Stage 2 has no time to happen within.", [stage(falls), stage(falls, { within: 0 })]],
	] as const)("says: %s", (expected, stages) => {
		expect(problem(stages)).toBe(expected);
	});

	it("looks at the action, too", () => {
		const length = { unit: "time", micros: 0 } as const;
		expect(problem([stage(falls)], { kind: "segment", length, position: 0, keep: 5 })).toBe(
			"A segment needs a length.",
		);
		const some = { unit: "time", micros: 10 } as const;
		expect(problem([stage(falls)], { kind: "segment", length: some, position: 0, keep: 0 })).toBe(
			"Between 1 and 1000 segments can be kept.",
		);
		expect(problem([stage(falls)], { kind: "pause", length: some, position: 1.5 })).toBe(
			"The position must be from 0 to 100 %.",
		);
	});
});

describe("piscope's triggers", () => {
	it("become ours", () => {
		expect(triggerFromPiscope(2, "-01-FRE", "sample around", 100)).toEqual({
			number: 2,
			name: "",
			enabled: false,
			stages: [
				{
					condition: { kind: "lines", lines: { 1: "low", 2: "high", 4: "falling", 5: "rising", 6: "edge" } },
					count: 1,
				},
			],
			action: { kind: "pause", length: { unit: "changes", count: 100 }, position: 0.5 },
		} satisfies Trigger);
		expect(() => triggerFromPiscope(1, "-x", "count", 100)).toThrow('"x" at GPIO 1');
		expect(() => triggerFromPiscope(1, "-".repeat(33), "count", 100)).toThrow("32 GPIOs");
	});

	it("are four, off and incomplete at first, and may be sent", () => {
		const preset = piscopePreset();
		expect(preset.map(({ number, enabled }) => [number, enabled])).toEqual(
			[1, 2, 3, 4].map((n) => [n, false]),
		);
		for (const one of preset) {
			expect(triggerProblem(one)).toMatch("no line yet");
			expect(schema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
		}
	});
});
