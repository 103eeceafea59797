import type { PinFacts } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { bankPlan } from "./bankChange.ts";

const pin = (gpio: number, rest: Partial<PinFacts> = {}): PinFacts => ({
	gpio,
	mode: 1,
	drive: { kind: "level" },
	...rest,
});
const pins = {
	4: pin(4, { mode: 0, drive: { kind: "none" } }),
	5: pin(5),
	6: pin(6, { drive: { kind: "servo", pulseWidth: 1500 } }),
	7: pin(7, { locked: true }),
};

it("changes outputs only, and brings back those that hold a level", () => {
	expect(bankPlan([4, 5, 6, 33], pins, () => 0)).toEqual({
		locked: [],
		outputs: [5, 6],
		undo: [{ command: "write", args: { gpio: 5, level: 0 } }],
	});
});

it("names what is locked", () => {
	expect(bankPlan([5, 7], pins, () => 1).locked).toEqual([7]);
});
