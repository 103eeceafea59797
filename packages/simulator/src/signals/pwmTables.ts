import type { PwmFrequency } from "@gpioscope/logic";

/** Index of the frequency GPIOs have at start: 800 Hz at 5 µs. */
export const DEFAULT_FREQUENCY_INDEX = 5;

/** The frequency servo pulses use: 50 Hz. */
export function servoFrequency(frequencies: readonly PwmFrequency[]): PwmFrequency {
	const servo = frequencies.find(({ frequency }) => frequency === 50);
	if (servo === undefined) throw new RangeError("no 50 Hz among the PWM frequencies");
	return servo;
}
