/** pigpio's numbers of the eight functions a GPIO can have. */
export const modes = {
	input: 0,
	output: 1,
	alt0: 4,
	alt1: 5,
	alt2: 6,
	alt3: 7,
	alt4: 3,
	alt5: 2,
} as const;

export type Mode = number;
export type Pull = "off" | "down" | "up";

/** Modes of a Pi 3B that has booted: serial port, audio PWM and SD card are in use, the rest are inputs. */
export function powerOnMode(gpio: number): Mode {
	if (gpio === 14 || gpio === 15 || gpio === 40 || gpio === 41) return modes.alt0;
	if (gpio >= 48) return modes.alt3;
	return modes.input;
}

/** Pulls of a Pi 3B after power-on; nothing is wired to its GPIOs, so these are also its levels. */
export function powerOnPull(gpio: number): Pull {
	if (gpio <= 8 || gpio === 14 || gpio === 15) return "up";
	return gpio >= 48 ? "up" : "down";
}
