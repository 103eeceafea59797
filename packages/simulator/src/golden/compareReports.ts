import type { GoldenReport, GoldenScenario } from "./goldenFiles.ts";

/** Commands whose effect shows at once, so that its time depends on how fast the client was. */
const immediate = new Set([
	"WRITE",
	"BS1",
	"BC1",
	"MODES",
	"PWM",
	"PRS",
	"SERVO",
	"TRIG",
	"WVTX",
	"WVTXR",
	"WVTXM",
	"WVHLT",
	"HP",
	"NB",
	"PUD",
]);
/** How long a recorded client took from sending a command to its effect, at most. */
const LONGEST_TRAVEL = 500;
/** The alert thread of the real daemon does not wake at fixed moments. */
const ALERT_JITTER = 1500;

/** Bit-banged buses and scripts wait in the daemon's threads, which are held up now and then. */
const BUSY_WAIT_JITTER = 60;

/** How two report streams differ; nothing when they agree. */
export function compareReports(
	scenario: GoldenScenario,
	samplePeriod: number,
	expected: readonly GoldenReport[],
	actual: readonly GoldenReport[],
): string | undefined {
	const isCut = scenario.truncated_from !== undefined;
	const isBusy = /^bb-|script/.test(scenario.scenario);
	const common = Math.min(actual.length, expected.length);
	// A signal ended by a command ends a little sooner or later, as the client was faster or slower.
	const surplus = [...(isCut ? [] : actual.slice(common)), ...expected.slice(common)];
	if (!surplus.every(([, , tick]) => isCommanded(scenario, tick))) {
		return `${actual.length} reports instead of ${expected.length}`;
	}
	for (let index = 0; index < common; index++) {
		const [sequence, flags, tick, level] = expected[index] ?? [0, 0, 0, 0];
		const report = actual[index];
		if (report === undefined) return `report ${index} is missing`;
		if (report[0] !== sequence || report[1] !== flags)
			return `report ${index}: ${report} is not ${expected[index]}`;
		if (report[3] !== level) return `report ${index}: levels ${report[3]} instead of ${level}`;
		const before = expected[index - 1];
		const actualBefore = actual[index - 1];
		if (before === undefined || actualBefore === undefined) continue;
		const error = Math.abs(report[2] - actualBefore[2] - (tick - before[2]));
		const isLoose = isCommanded(scenario, tick) || isCommanded(scenario, before[2]);
		const isSide = flags !== 0 || before[1] !== 0;
		const allowed = Math.max(
			samplePeriod,
			isLoose ? LONGEST_TRAVEL : 0,
			isSide ? ALERT_JITTER : 0,
			isBusy ? BUSY_WAIT_JITTER : 0,
		);
		if (error > allowed) {
			return `report ${index}: ${report[2] - actualBefore[2]} us after the one before instead of ${tick - before[2]}`;
		}
	}
	return undefined;
}

function isCommanded({ actions }: GoldenScenario, tick: number): boolean {
	return actions.some(
		({ cmd, t_us }) => immediate.has(cmd) && tick - t_us > -LONGEST_TRAVEL && tick - t_us < LONGEST_TRAVEL,
	);
}
