/** As precise as a duration in milliseconds is told. */
export function hundredths(value: number): number {
	return Math.round(value * 100) / 100;
}
