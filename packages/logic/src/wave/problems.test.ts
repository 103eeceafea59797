import { describe, expect, it } from "vitest";
import { compileWave } from "./compile.ts";
import type { WaveDocument } from "./document.ts";
import { findProblems, type WaveSurroundings } from "./problems.ts";
import { drawing } from "./testDocuments.ts";

const problemsOf = (document: WaveDocument, surroundings?: WaveSurroundings) =>
	findProblems(document, compileWave(document).counts, surroundings);
const everyMicro = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("findProblems", () => {
	it("finds none in a wave that fits", () => {
		expect(problemsOf(drawing(100, [10, 20]), { permitted: 0x10, pins: [{ gpio: 4, mode: 1 }] })).toEqual([]);
	});

	it("says by how many pulses a wave is too long, from the count that WVAG refuses", () => {
		expect(problemsOf(drawing(20_000, everyMicro(11_917)))).toEqual([]);
		const [problem] = problemsOf(drawing(20_000, everyMicro(12_339)));
		expect(problem?.text).toBe("Too long by 340 pulses (limit 12\u2009000).");
		expect(problem?.advice).toBe("Split it, or loop a part in a chain.");
	});

	it("counts control blocks and output words before pigpiod does", () => {
		const blocks = findProblems(drawing(10, [1]), {
			pulses: 11_000,
			controlBlocks: 23_836,
			words: 1,
			micros: 10,
		});
		expect(blocks[0]?.text).toBe("Too long by 1 control block (limit 23\u2009836).");
		const words = findProblems(drawing(10, [1]), {
			pulses: 8_000,
			controlBlocks: 16_000,
			words: 16_000,
			micros: 10,
		});
		expect(words[0]?.text).toBe("Too long by 42 output words (limit 15\u2009958).");
	});

	it("offers to make outputs of the GPIOs that are none, all at once", () => {
		const [input] = problemsOf(drawing(10, [1], [2]), { pins: [{ gpio: 4, mode: 0 }] });
		expect(input).toMatchObject({
			severity: "warning",
			text: "GPIO 4 is an input.",
			advice: "The wave would not show on it.",
			remedy: { kind: "makeOutputs", gpios: [4] },
		});
		const [both] = problemsOf(drawing(10, [1], [2]), {
			pins: [
				{ gpio: 4, mode: 0 },
				{ gpio: 5, mode: 4 },
			],
		});
		expect(both?.text).toBe("GPIO 4, 5 are no outputs.");
		expect(both?.advice).toBe("The wave would not show on them.");
	});

	it("puts errors first and names GPIOs that are not permitted", () => {
		const problems = problemsOf(drawing(10, [1], [2]), { permitted: 0x10, pins: [{ gpio: 4, mode: 0 }] });
		expect(problems.map((problem) => problem.id)).toEqual(["permission-5", "mode"]);
	});

	it("warns of hardware PWM anywhere, and of PWM and servo on the tracks", () => {
		const problems = problemsOf(drawing(10, [1]), {
			pins: [
				{ gpio: 13, mode: 4, drive: "hardwarePwm" },
				{ gpio: 4, mode: 1, drive: "servo" },
				{ gpio: 9, mode: 1, drive: "pwm" },
			],
		});
		expect(problems.map((problem) => problem.text)).toEqual([
			"Playing stops hardware PWM on GPIO 13.",
			"Servo pulses on GPIO 4 and the wave would mix.",
		]);
	});

	it("asks for a track when there is none", () => {
		expect(problemsOf({ ...drawing(10), tracks: [] })[0]?.remedy).toEqual({ kind: "addTrack" });
	});
});
