/** pigpio's numbers of the modes that power-on leaves behind. */
const input = 0;
const alt0 = 4;
const alt3 = 7;

const off = 0;
const down = 1;
const up = 2;

function within(gpio: number, first: number, last: number): boolean {
	return gpio >= first && gpio <= last;
}

/**
 * Pull after power-on in pigpio's numbers (0 off, 1 down, 2 up). The chip's reset state, but for 14 and
 * 15, which the firmware pulls up when it gives them to the serial port.
 */
export function powerOnPull(gpio: number): 0 | 1 | 2 {
	if (within(gpio, 0, 8) || within(gpio, 14, 15)) return up;
	if (within(gpio, 34, 36) || within(gpio, 46, 53)) return up;
	if (gpio === 28 || gpio === 29 || gpio === 44 || gpio === 45) return off;
	return down;
}

/** Mode after power-on in pigpio's numbers: inputs, but for the serial port, audio and the SD card. */
export function powerOnMode(gpio: number): 0 | 4 | 7 {
	if (gpio === 14 || gpio === 15 || gpio === 40 || gpio === 41) return alt0;
	if (within(gpio, 48, 53)) return alt3;
	return input;
}
