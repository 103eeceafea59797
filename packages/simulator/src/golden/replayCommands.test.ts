import { describe, expect, it } from "vitest";
import { exceptionsOf, stepExceptions } from "./exceptions.ts";
import { type GoldenCase, goldenNames, readGoldenCases } from "./goldenFiles.ts";
import { type ReplayOutcome, replayCase } from "./replayCase.ts";

/**
 * The recording does not tell how fast its client went on after an answer (50 to 60 us as measured), on which the
 * phase of a wave against the sampling depends: a case is equal if it is at one of these paces.
 */
const paces = [53, 51, 57];

/** Some recordings open a connection for every command, which takes its time on a busy machine. */
const TIMEOUT_MILLIS = 120_000;

interface CaseOutcome {
	readonly steps: number;
	/** What is unlike the list of exceptions: differences that are not on it, and listed ones that are equal. */
	readonly surprises: readonly string[];
	readonly leftOut: readonly string[];
}

function judge(golden: GoldenCase, { steps, differences }: ReplayOutcome): CaseOutcome {
	const exceptions = exceptionsOf(golden.case);
	const unlisted = [...differences].filter(([step]) => !exceptions.has(step));
	const resolved = [...exceptions.keys()].filter((step) => !differences.has(step));
	return {
		steps,
		surprises: [
			...unlisted.map(([step, difference]) => `${golden.case} step ${step}: ${difference}`),
			...resolved.map((step) => `${golden.case} step ${step} is equal, but listed as an exception`),
		],
		leftOut: [...exceptions].map(([step, reason]) => `${golden.case} step ${step}: ${reason}`),
	};
}

async function replayAtSomePace(golden: GoldenCase): Promise<CaseOutcome> {
	let first: CaseOutcome | undefined;
	for (const pace of paces) {
		const outcome = judge(golden, await replayCase(golden, pace));
		if (outcome.surprises.length === 0) return outcome;
		first ??= outcome;
	}
	if (first === undefined) throw new Error("no pace to replay at");
	return first;
}

describe("answers of the real daemon, byte for byte", () => {
	const seen = new Set<string>();
	let allSteps = 0;
	let allEqual = 0;

	it.each(goldenNames("commands-"))(
		"%s",
		async (name) => {
			const outcomes: CaseOutcome[] = [];
			for (const golden of readGoldenCases(name)) {
				seen.add(golden.case);
				outcomes.push(await replayAtSomePace(golden));
			}
			const steps = outcomes.reduce((sum, outcome) => sum + outcome.steps, 0);
			const leftOut = outcomes.flatMap((outcome) => outcome.leftOut);
			const surprises = outcomes.flatMap((outcome) => outcome.surprises);
			allSteps += steps;
			allEqual += steps - leftOut.length - surprises.length;
			console.error(
				[`golden ${name}: ${steps - leftOut.length} of ${steps} steps must be equal`, ...leftOut].join(
					"\n  left out: ",
				),
			);
			expect(steps).toBeGreaterThan(0);
			expect(surprises).toEqual([]);
		},
		TIMEOUT_MILLIS,
	);

	it("all together: only what is listed differs", () => {
		const listed = stepExceptions.reduce((sum, { steps }) => sum + steps.length, 0);
		console.error(`golden commands: ${allEqual} of ${allSteps} steps equal, ${listed} left out by name`);
		expect(stepExceptions.filter((exception) => !seen.has(exception.case))).toEqual([]);
		expect(allSteps).toBe(11_802);
		expect(allEqual).toBe(allSteps - listed);
	});
});
