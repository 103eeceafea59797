/** GPIOs that are sampled, and events: 0 to this, one bit each. */
const HIGHEST = 31;

/** The mask of one GPIO of bank 1, or of one event. */
export function bitOf(what: "gpio" | "event", number: number): number {
	if (!Number.isInteger(number) || number < 0 || number > HIGHEST) {
		throw new RangeError(`${what} must be a whole number from 0 to ${HIGHEST}, not ${number}`);
	}
	return (1 << number) >>> 0;
}

/** The mask of several. */
export function maskOf(what: "gpio" | "event", numbers: number | readonly number[]): number {
	const list = typeof numbers === "number" ? [numbers] : numbers;
	if (list.length === 0) throw new RangeError(`${what} must be at least one`);
	return list.reduce((mask, number) => (mask | bitOf(what, number)) >>> 0, 0);
}
