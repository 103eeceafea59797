import { SAMPLES_PER_CYCLE } from "./PulseRing.ts";

/** How many cycles one PWM period can last, highest frequency first. */
const pwmCycles = [1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 80, 100, 160, 200, 400, 800] as const;

/** Sample periods (option -s) the daemon offers, in microseconds. */
export const samplePeriods = [1, 2, 4, 5, 8, 10] as const;

/** One of the 18 frequencies PWM can have at a sample period. */
export interface PwmFrequency {
	/** Hertz, rounded half up. */
	readonly frequency: number;
	readonly cycles: number;
	/** Samples in one period: how finely the duty cycle is really divided. */
	readonly realRange: number;
}

/** Index of the frequency GPIOs have at start: 800 Hz at 5 us. */
export const DEFAULT_FREQUENCY_INDEX = 5;

export function pwmFrequencies(samplePeriod: number): readonly PwmFrequency[] {
	return pwmCycles.map((cycles) => ({
		cycles,
		realRange: cycles * SAMPLES_PER_CYCLE,
		frequency: Math.floor(1_000_000 / (SAMPLES_PER_CYCLE * samplePeriod * cycles) + 0.5),
	}));
}

/** Index of the frequency nearest to the requested one; a tie goes to the higher frequency. */
export function nearestFrequency(frequencies: readonly PwmFrequency[], requested: number): number {
	let best = 0;
	let bestDifference = Number.POSITIVE_INFINITY;
	frequencies.forEach(({ frequency }, index) => {
		const difference = Math.abs(frequency - requested);
		if (difference < bestDifference) {
			best = index;
			bestDifference = difference;
		}
	});
	return best;
}

/** The frequency servo pulses use: 50 Hz. */
export function servoFrequency(frequencies: readonly PwmFrequency[]): PwmFrequency {
	const servo = frequencies.find(({ frequency }) => frequency === 50);
	if (servo === undefined) throw new RangeError("no 50 Hz among the PWM frequencies");
	return servo;
}
