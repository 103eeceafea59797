import type { Micros } from "../devices/Device.ts";

/** What the alert thread is told at start. */
export interface AlertOptions {
	readonly samplePeriod: Micros;
	/** How long samples are kept for an alert thread that is held up. */
	readonly bufferLength: Micros;
	/** The tick at time 0. */
	readonly startTick: number;
	/** False: samples are taken but nobody is told anything (option -m). */
	readonly enabled: boolean;
}
