/** The event by which gpioscope measures how long reports take; in blocks it is left out. */
export const PROBE_EVENT = 29;
