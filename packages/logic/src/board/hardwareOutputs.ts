import type { Processor } from "./revision.ts";

/** The chip's two PWM channels, by the GPIOs that can carry them. */
const pwmGpios: readonly (readonly number[])[] = [
	[12, 18, 40, 52],
	[13, 19, 41, 45, 53],
];

/** The chip's three general clocks, by the GPIOs that can carry them. */
const clockGpios: readonly (readonly number[])[] = [
	[4, 20, 32, 34],
	[5, 21, 42, 44],
	[6, 43],
];

function channelOf(groups: readonly (readonly number[])[], gpio: number): number | undefined {
	const channel = groups.findIndex((gpios) => gpios.includes(gpio));
	return channel < 0 ? undefined : channel;
}

/** Hardware PWM channel (0 or 1) that a GPIO can carry by HP; GPIOs of one channel share its signal. */
export function hardwarePwmChannel(gpio: number): number | undefined {
	return channelOf(pwmGpios, gpio);
}

/** General clock (0 to 2) that a GPIO can carry by HC; clock 1 runs the board and needs a password. */
export function hardwareClock(gpio: number): number | undefined {
	return channelOf(clockGpios, gpio);
}

/** All GPIOs of a hardware PWM channel, for saying what shares it. */
export function gpiosOfPwmChannel(channel: number): readonly number[] {
	return pwmGpios[channel] ?? [];
}

/** All GPIOs of a general clock, for saying what shares it. */
export function gpiosOfClock(clock: number): readonly number[] {
	return clockGpios[clock] ?? [];
}

/** What hardware PWM of a frequency becomes: the frequency that is really made, in Hz, and the steps its duty has. */
export function hardwarePwmOutcome(
	frequency: number,
	processor: Processor,
): { readonly frequency: number; readonly steps: number } {
	const source = processor === "BCM2711" ? 375_000_000 : 250_000_000;
	const steps = Math.round(source / frequency);
	return { frequency: Math.round(source / steps), steps };
}
