/** Steps of a recorded case whose answers the simulator does not give, and why. */
export interface StepException {
	readonly case: string;
	readonly steps: readonly number[];
	readonly reason: string;
}

const died = "the daemon died of this request and so answered nothing any more; the simulator refuses it";

/**
 * Every answer of the real daemon that is not reproduced. The replay fails on any other difference, and as soon as
 * one of these becomes equal.
 */
export const stepExceptions: readonly StepException[] = [
	{
		case: "wave-more-than-250",
		steps: [501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511],
		reason: `the 251st wave is written beyond a table: ${died}`,
	},
	{
		case: "sweep-neg",
		steps: [218],
		reason: `SHELL with a name of 2^31 bytes: ${died}`,
	},
	{
		case: "script-not-ready",
		steps: [2],
		reason:
			"PROCR at once after PROC is a race between the connection and the new script's thread: in the recording the " +
			"connection won at this step and lost at later ones of the same timing",
	},
];

/** Recorded notification streams the simulator does not reproduce, and why. */
export const scenarioExceptions: Readonly<Record<string, string>> = {
	"wdog-1ms":
		"whether a watchdog of about the alert thread's period fires in a turn or the next depends on how late that thread woke, which the recording shows to vary",
	"bb-spi-mode2":
		"once the sampling hit the microsecond between the daemon's writes of clock and MOSI, at one of 16 bits alike",
};

/** The left out steps of a case, with the reason of each. */
export function exceptionsOf(name: string): Map<number, string> {
	const found = stepExceptions.filter((exception) => exception.case === name);
	return new Map(found.flatMap(({ steps, reason }) => steps.map((step) => [step, reason] as const)));
}
