/** How the numbers of samples become ticks of a capture. */
export interface SampleClock {
	readonly ticksPerMicro: number;
	/** Ticks of a sample, from its number. */
	timeOf(sample: number): number;
	/** Whether every sample falls on a whole tick. */
	readonly isExact: boolean;
}

/** The ticks a capture may have, a microsecond: micro-, nano- and picoseconds. */
const tickChoices = [1, 1e3, 1e6];

/** @param rate samples a second, above 0. */
export function sampleClock(rate: number): SampleClock {
	const exact = tickChoices.find((ticks) => Number.isInteger((ticks * 1e6) / rate));
	if (exact !== undefined) {
		const period = (exact * 1e6) / rate;
		return { ticksPerMicro: exact, timeOf: (sample) => sample * period, isExact: true };
	}
	const ticksPerMicro = rate <= 1e8 ? 1e3 : 1e6;
	const perSecond = ticksPerMicro * 1e6;
	return { ticksPerMicro, timeOf: (sample) => Math.round((sample * perSecond) / rate), isExact: false };
}
