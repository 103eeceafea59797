import { type Mode, modes } from "../board/powerOn.ts";

/** A GPIO on which a peripheral's channel can come out, and the mode that connects it. */
export interface HardwarePin {
	readonly gpio: number;
	readonly channel: number;
	readonly mode: Mode;
}

const pin = (gpio: number, channel: number, mode: Mode): HardwarePin => ({ gpio, channel, mode });

/** Hardware PWM, channels 0 and 1. */
export const pwmPins: readonly HardwarePin[] = [
	pin(12, 0, modes.alt0),
	pin(13, 1, modes.alt0),
	pin(18, 0, modes.alt5),
	pin(19, 1, modes.alt5),
	pin(40, 0, modes.alt0),
	pin(41, 1, modes.alt0),
	pin(45, 1, modes.alt0),
	pin(52, 0, modes.alt1),
	pin(53, 1, modes.alt1),
];

/** Hardware clocks 0 to 2. */
export const clockPins: readonly HardwarePin[] = [
	pin(4, 0, modes.alt0),
	pin(5, 1, modes.alt0),
	pin(6, 2, modes.alt0),
	pin(20, 0, modes.alt5),
	pin(21, 1, modes.alt5),
	pin(32, 0, modes.alt0),
	pin(34, 0, modes.alt0),
	pin(42, 1, modes.alt0),
	pin(43, 2, modes.alt0),
	pin(44, 1, modes.alt0),
];
