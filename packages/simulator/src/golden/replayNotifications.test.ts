import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../commandLine.ts";
import { compareReports } from "./compareReports.ts";
import { scenarioExceptions } from "./exceptions.ts";
import { type GoldenScenario, goldenNames, readGoldenScenarios } from "./goldenFiles.ts";
import { replayScenario, reportStreams } from "./replayScenario.ts";

/** A raw stream without the times of its commands; see replayMixed.test.ts. */
const RAW = "notify-mixed";

/** How long a command may have taken from the recording client to its effect, in microseconds. */
const delays = [60, 50, 40, 55, 45, 70, 80, 100, 30, 20, 52, 54, 56, 58, 62, 120, 150, 200, 250, 300];

function differenceOf(scenario: GoldenScenario): string | undefined {
	const { start } = parseCommandLine([...(scenario.daemon_args ?? [])]);
	const samplePeriod = start.options?.samplePeriod ?? 5;
	let difference: string | undefined;
	for (const delay of delays) {
		const actual = replayScenario(scenario, delay);
		difference = reportStreams(scenario)
			.map((expected, handle) => compareReports(scenario, samplePeriod, expected, actual[handle] ?? []))
			.find((each) => each !== undefined);
		if (difference === undefined) return undefined;
	}
	return difference;
}

/** What is unlike the list of exceptions. */
function surpriseOf(scenario: GoldenScenario): string | undefined {
	const name = scenario.scenario;
	const difference = differenceOf(scenario);
	if (scenarioExceptions[name] === undefined) return difference && `${name}: ${difference}`;
	return difference === undefined ? `${name} is equal, but listed as an exception` : undefined;
}

describe("notifications of the real daemon, report by report", () => {
	const seen = new Set<string>();

	it.each(goldenNames("notify-").filter((name) => name !== RAW))("%s", (name) => {
		const scenarios = readGoldenScenarios(name);
		for (const { scenario } of scenarios) seen.add(scenario);
		const leftOut = scenarios.flatMap(({ scenario }) => {
			const reason = scenarioExceptions[scenario];
			return reason === undefined ? [] : [`${scenario}: ${reason}`];
		});
		const surprises = scenarios.map(surpriseOf).filter((each) => each !== undefined);
		const equal = scenarios.length - leftOut.length - surprises.length;
		console.error(
			[`golden ${name}: ${equal} of ${scenarios.length} scenarios equal`, ...leftOut].join("\n  left out: "),
		);
		expect(scenarios.length).toBeGreaterThan(0);
		expect(surprises).toEqual([]);
	});

	it("all together: only what is listed differs", () => {
		expect(Object.keys(scenarioExceptions).filter((name) => !seen.has(name))).toEqual([]);
		expect(seen.size).toBe(153);
	});
});
