/** A number of so many bytes as binary digits in groups of four. */
export function binaryText(value: number, bytes = 1): string {
	const digits = value.toString(2).padStart(bytes * 8, "0");
	return digits.replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * A number as it is typed: hex as the tables show it (`0F`, `0x0f`), binary with `0b`, decimal with a point behind it
 * (`15.`). undefined when it is none.
 */
export function parseHexFirst(text: string): number | undefined {
	const digits = text.trim().replace(/[\s_]/g, "");
	if (/^0b[01]+$/i.test(digits)) return Number.parseInt(digits.slice(2), 2);
	if (/^\d+\.$/.test(digits)) return Number.parseInt(digits, 10);
	const hex = digits.replace(/^0x/i, "");
	return /^[0-9a-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : undefined;
}
