import { PROBE_EVENT } from "@gpioscope/protocol";

/** Events of pigpiod, 0 to 31. */
export const eventNumbers: readonly number[] = Array.from({ length: 32 }, (_, event) => event);

const BSC_EVENT = 31;

/** An event that gpioscope keeps for itself: triggered by somebody else it would spoil a measurement. */
export function isKept(event: number): boolean {
	return event === PROBE_EVENT;
}

/** What pigpiod itself, or gpioscope, uses an event for; undefined for those that are anybody's. */
export function eventMeaning(event: number): string | undefined {
	if (event === BSC_EVENT) return "pigpiod triggers it when the I²C or SPI slave was used";
	if (isKept(event)) return "gpioscope triggers it once a second to measure how long reports take";
	return undefined;
}
