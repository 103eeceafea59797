/** One pulse of a waveform: GPIOs to set, then GPIOs to clear (masks), then a delay in microseconds. */
export interface WavePulse {
	readonly on: number;
	readonly off: number;
	readonly delay: number;
}
