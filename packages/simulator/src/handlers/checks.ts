import type { Daemon } from "../Daemon.ts";
import { refusals } from "./refusals.ts";

const LAST_USER_GPIO = 31;
const LAST_GPIO = 53;

/** Why GPIO 0 to 31 is asked for and not given; nothing when it is. */
export function refuseUserGpio(gpio: number): number | undefined {
	return gpio > LAST_USER_GPIO ? refusals.badUserGpio : undefined;
}

/** The same for GPIO 0 to 53. */
export function refuseGpio(gpio: number): number | undefined {
	return gpio > LAST_GPIO ? refusals.badGpio : undefined;
}

/** Permission comes before everything else. */
export function refuseUpdate(daemon: Daemon, gpio: number): number | undefined {
	return daemon.permissions.allows(gpio) ? undefined : refusals.notPermitted;
}
