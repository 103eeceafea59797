/** The longest transfer of a DMA lite channel in bytes; a microsecond takes four. */
const LITE_BYTES = 0xfffc;
const BYTES_PER_MICRO = 4;
/** The longest delay of one control block on a DMA lite channel, in microseconds. */
export const LITE_DELAY: number = LITE_BYTES / BYTES_PER_MICRO;

/** How many control blocks a delay takes: one, or on a DMA lite channel one for every 16383 us. */
export function delayBlocks(delay: number, isLite: boolean): number {
	if (delay === 0) return 0;
	return isLite ? Math.ceil(((delay * BYTES_PER_MICRO) >>> 0) / LITE_BYTES) : 1;
}
