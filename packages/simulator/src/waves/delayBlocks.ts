/** The longest transfer of a DMA lite channel in bytes; a microsecond takes four. */
const LITE_BYTES = 0xfffc;
const BYTES_PER_MICRO = 4;

/** The bytes a delay is made of: 32 bits, so that 2^30 us and more begin again at 0, as in the daemon. */
const bytesOf = (delay: number): number => (delay * BYTES_PER_MICRO) >>> 0;

/** How many control blocks a delay takes: one, or on a DMA lite channel one for every 16383 us. */
export function delayBlocks(delay: number, isLite: boolean): number {
	if (delay === 0) return 0;
	return isLite ? Math.ceil(bytesOf(delay) / LITE_BYTES) : 1;
}

/** How long each of these control blocks lasts, in microseconds. */
export function delayParts(delay: number, isLite: boolean): number[] {
	let left = delay;
	return Array.from({ length: delayBlocks(delay, isLite) }, () => {
		const part = Math.min(bytesOf(left), isLite ? LITE_BYTES : Number.POSITIVE_INFINITY) / BYTES_PER_MICRO;
		left -= part;
		return part;
	});
}
