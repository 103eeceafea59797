import type { Micros } from "../devices/Device.ts";

/** Up to here the daemon waits by looking at the clock, beyond it sleeps (PI_MAX_BUSY_DELAY). */
const LONGEST_BUSY_WAIT: Micros = 100;
/** How much later than asked a sleeping thread goes on: 20 to 35 us on the recorded streams of scripts. */
const WAKING: Micros = 25;

/** How long the daemon's delay of `micros` really is: a busy wait lasts until more than the asked time has passed. */
export function delayTime(micros: Micros): Micros {
	return micros <= LONGEST_BUSY_WAIT ? micros + 1 : micros + WAKING;
}
