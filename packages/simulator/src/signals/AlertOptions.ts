import type { Micros } from "../devices/Device.ts";

/** What the alert thread is told at start. */
export interface AlertOptions {
	readonly samplePeriod: Micros;
	/** How long samples are kept for an alert thread that is held up. */
	readonly bufferLength: Micros;
	/** The tick at time 0. */
	readonly startTick: number;
	/** False: there is no alert thread (option -m), so no notifications, watchdogs, bit-bang serial reading and waits. */
	readonly enabled: boolean;
}
