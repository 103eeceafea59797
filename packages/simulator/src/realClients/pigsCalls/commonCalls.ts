/** A wave of two pulses of 100 µs. */
export const blink = "wvag 16 0 100 0 16 100";

/** Any number. */
export const any = /^\d+$/;

/** For a script to be read by the daemon's thread. */
export const rest = "mils 20";
