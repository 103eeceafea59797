import type { PinFacts } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { linesInUse } from "./linesInUse.ts";

const pin = (gpio: number, mode: number, drive: PinFacts["drive"] = { kind: "none" }): PinFacts => ({
	gpio,
	mode,
	drive,
});

it("tells what stops when lines are taken: outputs, and functions of other peripherals", () => {
	const pins = {
		4: pin(4, 0),
		8: pin(8, 4),
		14: pin(14, 4),
		18: pin(18, 1, { kind: "servo", pulseWidth: 1500 }),
		20: pin(20, 1, { kind: "level" }),
	};
	const own = (found: { kind: string }) => found.kind === "spi";
	expect(linesInUse([4, 8, 14, 18, 20, 21], pins, "BCM2837", own)).toEqual([
		"GPIO 14 is TXD0 now, which stops.",
		"GPIO 18 is driven as a servo now, which stops.",
		"GPIO 20 is an output now, which stops.",
	]);
});
