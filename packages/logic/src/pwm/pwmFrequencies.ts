/** Sample periods (option -s) that pigpiod offers, in microseconds. */
export const samplePeriods = [1, 2, 4, 5, 8, 10] as const;

/** pigpiod's own sample period unless told otherwise, in microseconds. */
export const defaultSamplePeriod = 5;

/** Samples in one cycle of pigpiod's DMA chain. */
export const samplesPerCycle = 25;

/** How many cycles one PWM period can last, highest frequency first. */
const cycleCounts = [1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 80, 100, 160, 200, 400, 800] as const;

/** One of the 18 frequencies that PWM can have at a sample period. */
export interface PwmFrequency {
	/** Hertz, rounded half up as pigpiod reports it. */
	readonly frequency: number;
	/** How many cycles of the DMA chain a period lasts. */
	readonly cycles: number;
	/** Samples in one period: how finely the duty cycle is really divided. */
	readonly realRange: number;
	/** True length of a period in microseconds. */
	readonly period: number;
}

/** The 18 frequencies of a sample period (microseconds), highest first. */
export function pwmFrequencies(samplePeriod: number): readonly PwmFrequency[] {
	return cycleCounts.map((cycles) => {
		const realRange = cycles * samplesPerCycle;
		const period = realRange * samplePeriod;
		return { frequency: Math.floor(1_000_000 / period + 0.5), cycles, realRange, period };
	});
}

/** Index of the frequency that pigpiod takes for the one asked for: the nearest, of two equally near the higher. */
export function nearestPwmFrequency(frequencies: readonly PwmFrequency[], asked: number): number {
	const distance = (index: number) => Math.abs((frequencies[index]?.frequency ?? 0) - asked);
	let best = 0;
	for (const [index, { frequency }] of frequencies.entries()) {
		const isHigher = frequency > (frequencies[best]?.frequency ?? 0);
		if (distance(index) < distance(best) || (distance(index) === distance(best) && isHigher)) best = index;
	}
	return best;
}
