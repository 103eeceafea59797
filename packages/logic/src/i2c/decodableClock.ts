import { formatFrequency } from "../time/formatTime.ts";

/** So many samples a clock period takes for both of its levels, and the data beside them, to be seen for certain. */
const SAMPLES_PER_PERIOD = 5;
/** With fewer samples than these the clock itself is not seen any more. */
const SAMPLES_TO_SEE = 2;
/** Microseconds; pigpiod samples no faster. */
const FINEST_PERIOD = 1;

/** The fastest clock in Hz that can be decoded from samples so many microseconds apart. */
export function decodableClock(samplePeriod: number): number {
	return 1e6 / (SAMPLES_PER_PERIOD * samplePeriod);
}

/** The sample period in whole microseconds with which a clock of so many Hz can be decoded: pigpiod has 1, 2, 4, 5, 8, 10. */
export function samplePeriodFor(clock: number): number | undefined {
	return [10, 8, 5, 4, 2, 1].find((period) => decodableClock(period) >= clock);
}

/**
 * The clock in Hz that a median period (microseconds) of the sampled line tells; undefined where it lies too close to
 * the sample period: then edges are missing, and it may be any faster.
 */
export function clockOfPeriod(medianPeriod: number, samplePeriod: number): number | undefined {
	return medianPeriod > SAMPLES_TO_SEE * samplePeriod ? 1e6 / medianPeriod : undefined;
}

/**
 * What to do so that a clock can be decoded from samples so many microseconds apart; undefined where it can be.
 * @param clock Hz; undefined where it is faster than the samples can follow
 */
export function samplingAdvice(clock: number | undefined, samplePeriod: number): string | undefined {
	if (clock === undefined)
		return `The clock is faster than samples every ${samplePeriod} µs can follow. ${remedy(samplePeriod > FINEST_PERIOD ? FINEST_PERIOD : undefined)}`;
	if (clock <= decodableClock(samplePeriod)) return undefined;
	const name = formatFrequency(clock, { trim: true });
	const wanted = samplePeriodFor(clock);
	return wanted === undefined
		? `${name} I²C is beyond what pigpiod can sample. ${remedy(undefined)}`
		: `${name} I²C needs ${wanted} µs sampling; this daemon samples every ${samplePeriod} µs. ${remedy(wanted)}`;
}

function remedy(samplePeriod: number | undefined): string {
	return samplePeriod === undefined
		? `Set the bus to ${formatFrequency(decodableClock(FINEST_PERIOD), { trim: true })} or less.`
		: `Restart it with pigpiod -s ${samplePeriod}.`;
}
