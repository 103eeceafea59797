import type { Trigger } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import type { TriggerStatus } from "./statusStore.ts";
import { countsText, triggerState } from "./triggerState.ts";

const stages = [{ condition: { kind: "lines", lines: { 17: "falling" } }, count: 1 }] as const;
const length = { unit: "changes", count: 100 } as const;
const pausing = {
	number: 1,
	name: "",
	enabled: true,
	stages,
	action: { kind: "pause", length, position: 0.5 },
} as const satisfies Trigger;
const keeping = {
	...pausing,
	action: { kind: "segment", length, position: 0.5, keep: 50 },
} as const satisfies Trigger;
const armed: TriggerStatus = { number: 1, phase: "armed", count: 0, lastHit: undefined };

function textOf(triggers: readonly Trigger[], facts: Partial<Parameters<typeof triggerState>[1]> = {}) {
	return triggerState(triggers, { triggers: [armed], pausedBy: undefined, segmentsOf: () => 0, ...facts });
}

describe("what the header says of triggers", () => {
	it("is nothing while none is on", () => {
		expect(textOf([{ ...pausing, enabled: false }])).toEqual({ text: undefined, tone: "idle" });
	});

	it("names the one that is armed, or says how many are", () => {
		const many = [1, 2, 3, 4].map((number) => ({ ...pausing, number }));
		expect(textOf(many.slice(0, 1)).text).toBe("T1 armed");
		expect(textOf(many.slice(0, 2)).text).toBe("2 armed");
		expect(textOf(many).text).toBe("4 armed");
	});

	it("says that what was asked for after a hit is still coming", () => {
		expect(textOf([pausing], { triggers: [{ ...armed, phase: "filling" }] }).text).toBe("T1 filling");
	});

	it("says which hit paused the view", () => {
		const pausedBy = { trigger: 1, hit: 12, hitTime: 5 };
		expect(textOf([pausing], { pausedBy })).toEqual({ text: "T1 hit #12", tone: "hit" });
	});

	it("counts the segments that are kept", () => {
		const segmentsOf = (): number => 12;
		expect(textOf([keeping], { segmentsOf }).text).toBe("T1 12 of 50");
		expect(textOf([keeping], { segmentsOf, triggers: [{ ...armed, phase: "filling" }] }).text).toBe(
			"T1 12 of 50",
		);
	});

	it("has the hits of all in a line", () => {
		const off = { ...pausing, number: 2, enabled: false };
		expect(countsText([pausing, off], { triggers: [{ ...armed, count: 3 }] })).toBe("T1 3 · T2 off");
	});
});
