const UNITS = ["bytes", "KB", "MB", "GB"] as const;

/** A number of bytes in three digits: `134 MB`, `1.02 KB`, `17 bytes`. Units are powers of 1000. */
export function byteText(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < UNITS.length - 1) {
		value /= 1000;
		unit++;
	}
	const digits = unit === 0 || value >= 100 ? value.toFixed(0) : value.toPrecision(3);
	return `${digits}\u00a0${UNITS[unit]}`;
}
