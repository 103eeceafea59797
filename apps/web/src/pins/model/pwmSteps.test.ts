import { nearestPwmFrequency } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { nextDutyCycle, outcomeWords, pwmOutcome, pwmStepsOf } from "./pwmSteps.ts";

describe("pwmStepsOf", () => {
	it.each([
		[
			1,
			[50, 100, 200, 250, 400, 500, 800, 1000, 1250, 1600, 2000, 2500, 4000, 5000, 8000, 10000, 20000, 40000],
		],
		[4, [13, 25, 50, 63, 100, 125, 200, 250, 313, 400, 500, 625, 1000, 1250, 2000, 2500, 5000, 10000]],
		[5, [10, 20, 40, 50, 80, 100, 160, 200, 250, 320, 400, 500, 800, 1000, 1600, 2000, 4000, 8000]],
		[8, [6, 13, 25, 31, 50, 63, 100, 125, 156, 200, 250, 313, 500, 625, 1000, 1250, 2500, 5000]],
		[10, [5, 10, 20, 25, 40, 50, 80, 100, 125, 160, 200, 250, 400, 500, 800, 1000, 2000, 4000]],
	])("gives the daemon's frequencies at %i µs", (samplePeriod, frequencies) => {
		expect(pwmStepsOf(samplePeriod).map((step) => step.frequency)).toEqual(frequencies);
	});

	it("has fewer steps of duty at higher frequencies", () => {
		const steps = pwmStepsOf(5);
		expect(steps[0]).toMatchObject({ frequency: 10, realRange: 20_000, period: 100_000 });
		expect(steps.at(-1)).toMatchObject({ frequency: 8000, realRange: 25, period: 125 });
	});
});

describe("nearestPwmFrequency", () => {
	const steps = pwmStepsOf(5);
	it.each([
		[0, 10],
		[10, 10],
		[15, 20],
		[850, 800],
		[900, 1000],
		[6000, 8000],
		[100_000, 8000],
	])("takes for %i Hz %i Hz", (asked, got) => {
		expect(steps[nearestPwmFrequency(steps, asked)]?.frequency).toBe(got);
	});
});

describe("pwmOutcome", () => {
	const at800 = { frequency: 800, realRange: 250, period: 1250 };
	it("rounds down to real steps", () => {
		expect(pwmOutcome(64, 255, at800)).toEqual({
			asked: 64 / 255,
			real: 0.248,
			steps: 62,
			realRange: 250,
			high: 310,
			period: 1250,
		});
	});

	it("is told in one sentence", () => {
		const words = (dutyCycle: number) => {
			const { before, share, after } = outcomeWords(pwmOutcome(dutyCycle, 255, at800));
			return `${before}${share}${after}`.replaceAll("\u00a0", " ");
		};
		expect(words(64)).toBe("Asked 25.1 %, gets 24.8 %: 62 of 250 real steps.");
		expect(words(51)).toBe("Gets 20.0 %: 50 of 250 real steps.");
	});

	it("is nothing where the duty is under one step and all at full range", () => {
		const at8000 = { frequency: 8000, realRange: 25, period: 125 };
		expect(pwmOutcome(1, 255, at8000).steps).toBe(0);
		expect(pwmOutcome(255, 255, at8000).real).toBe(1);
	});
});

describe("nextDutyCycle", () => {
	it("moves by one real step where there are fewer than the range has", () => {
		const at8000 = { frequency: 8000, realRange: 25, period: 125 };
		const up = nextDutyCycle(64, 255, at8000, 1);
		expect(pwmOutcome(up, 255, at8000).steps).toBe(pwmOutcome(64, 255, at8000).steps + 1);
		const down = nextDutyCycle(64, 255, at8000, -1);
		expect(pwmOutcome(down, 255, at8000).steps).toBe(pwmOutcome(64, 255, at8000).steps - 1);
	});

	it("moves by one of the range where there are more, and stays inside", () => {
		const at10 = { frequency: 10, realRange: 20_000, period: 100_000 };
		expect(nextDutyCycle(64, 255, at10, 1)).toBe(65);
		expect(nextDutyCycle(64, 255, at10, -1)).toBe(63);
		expect(nextDutyCycle(255, 255, at10, 1)).toBe(255);
		expect(nextDutyCycle(0, 255, at10, -1)).toBe(0);
	});
});
