import { describe, expect, it } from "vitest";
import { readGoldenCases } from "./goldenFiles.ts";
import { replayCase } from "./replayCase.ts";

/** Answers that must equal the real daemon's, by file: all there are where nothing else is said. */
const floors: Record<string, { steps: number; equal: number; missing?: string }> = {
	gpio: { steps: 2216, equal: 2216 },
	pwm: { steps: 3514, equal: 3514 },
	wave: { steps: 2025, equal: 2014, missing: "the 251st wave, which crashes the daemon, is refused" },
	notify: { steps: 118, equal: 118 },
	options: { steps: 189, equal: 189 },
	boards: { steps: 800, equal: 800 },
	protocol: { steps: 1548, equal: 1547, missing: "the request that crashes the daemon" },
	bitbang: {
		steps: 463,
		equal: 462,
		missing: "at 115200 baud and 5 us what is misread depends on the phase",
	},
	devices: { steps: 298, equal: 298 },
	files: { steps: 158, equal: 158 },
	script: { steps: 372, equal: 371, missing: "whether a new script is ready for PROCR is a race" },
	script2: { steps: 101, equal: 101 },
};

describe("answers of the real daemon, byte for byte", () => {
	it.each(Object.entries(floors))("%s", async (name, floor) => {
		let steps = 0;
		let equal = 0;
		const differences: string[] = [];
		for (const golden of readGoldenCases(`commands-${name}`)) {
			const outcome = await replayCase(golden);
			steps += outcome.steps;
			equal += outcome.equal;
			differences.push(...outcome.differences);
		}
		console.error(`golden ${name}: ${equal} of ${steps} answers equal`);
		expect(steps).toBe(floor.steps);
		expect(equal, differences.slice(0, 10).join("\n")).toBeGreaterThanOrEqual(floor.equal);
	});
});
