/** So many samples a clock period takes for both of its levels, and the data beside them, to be seen for certain. */
const SAMPLES_PER_PERIOD = 5;
/** With fewer samples than these the clock itself is not seen any more. */
const SAMPLES_TO_SEE = 2;

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
