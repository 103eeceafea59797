import type { PinFacts } from "@gpioscope/protocol";
import { expect, it, vi } from "vitest";

vi.mock("../../bridge/index.ts", () => ({ bridge: {} }));

const { lockSteps } = await import("./keepLocks.ts");

const pin = (gpio: number, locked?: true): PinFacts => ({
	gpio,
	mode: 1,
	drive: { kind: "level" },
	...(locked === undefined ? {} : { locked }),
});
const remembered = (gpio: number): boolean => gpio === 5 || gpio === 6;

it("locks again what a gpioscope that has just started does not know", () => {
	expect(lockSteps([pin(4), pin(5), pin(6, true)], remembered, true)).toEqual({ lockAgain: [5], forget: [] });
});

it("forgets what somebody unlocked elsewhere", () => {
	expect(lockSteps([pin(4), pin(5), pin(6, true)], remembered, false)).toEqual({
		lockAgain: [],
		forget: [5],
	});
});
