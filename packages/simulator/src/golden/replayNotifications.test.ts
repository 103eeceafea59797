import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../commandLine.ts";
import { compareReports } from "./compareReports.ts";
import { type GoldenScenario, readGoldenScenarios } from "./goldenFiles.ts";
import { replayScenario, reportStreams } from "./replayScenario.ts";

const files = ["pwm", "servo", "wave", "chain", "write", "filter", "event", "watchdog", "keepalive"];

/** Scenarios that are not imitated, and why. */
const exceptions: Record<string, string> = {
	"wdog-1ms": "whether a watchdog of about the alert period fires depends on the jitter of the real thread",
	"bb-spi-mode0": "changes of several lines at once come a microsecond apart on the real daemon",
	"bb-spi-mode1": "the same",
	"bb-spi-mode2": "the same",
	"bb-spi-mode3": "the same",
};

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

describe("notifications of the real daemon, report by report", () => {
	it.each(files)("%s", (name) => {
		const scenarios = readGoldenScenarios(`notify-${name}`);
		const compared = scenarios.filter(({ scenario }) => exceptions[scenario] === undefined);
		const differences = compared.flatMap((scenario) => {
			const difference = differenceOf(scenario);
			return difference === undefined ? [] : [`${scenario.scenario}: ${difference}`];
		});
		const equal = compared.length - differences.length;
		console.error(`golden notify-${name}: ${equal} of ${scenarios.length} scenarios equal`);
		expect(compared.length).toBeGreaterThan(0);
		expect(differences).toEqual([]);
	});
});
