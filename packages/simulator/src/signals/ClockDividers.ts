/** Hardware clock and PWM limits and sources of a chip, in hertz. */
export interface ChipClocks {
	readonly oscillator: number;
	readonly plld: number;
	readonly clockMinimum: number;
	readonly clockMaximum: number;
	readonly pwmMaximum: number;
}

export const bcm2835Clocks: ChipClocks = {
	oscillator: 19_200_000,
	plld: 500_000_000,
	clockMinimum: 4689,
	clockMaximum: 250_000_000,
	pwmMaximum: 125_000_000,
};

export const bcm2711Clocks: ChipClocks = {
	oscillator: 54_000_000,
	plld: 750_000_000,
	clockMinimum: 13_184,
	clockMaximum: 375_000_000,
	pwmMaximum: 187_500_000,
};

/** Frequencies from here on get whole dividers only. */
const FRACTIONAL_BELOW = 23_800_000;

/**
 * The frequency a hardware clock really gets when `wanted` is asked of it: the better of both sources with a
 * divider of 2 to 4095 and, at lower frequencies, 4096ths.
 * @returns hertz, not rounded, or undefined if no divider fits
 */
export function realClockFrequency(chip: ChipClocks, wanted: number): number | undefined {
	let best: number | undefined;
	let bestError = 0;
	for (const source of [chip.oscillator, chip.plld]) {
		const ratio = source / wanted + (wanted < FRACTIONAL_BELOW ? 0.5 / 4096 : 0.5);
		const whole = Math.floor(ratio);
		const fraction = wanted < FRACTIONAL_BELOW ? Math.floor((ratio - whole) * 4096) : 0;
		if (whole <= 1 || whole >= 4096) continue;
		const frequency = source / (whole + fraction / 4096);
		const error = Math.abs(wanted - frequency);
		if (best !== undefined && error > bestError) continue;
		best = frequency;
		bestError = error;
	}
	return best;
}
