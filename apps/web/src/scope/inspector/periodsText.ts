/** A whole number of periods may miss by this share of one. */
const TOLERANCE = 0.03;

/** `5 periods of Fan PWM` when the distance is that, else nothing. */
export function periodsText(delta: number, period: number | undefined, name: string): string {
	if (period === undefined || period <= 0) return "";
	const count = Math.abs(delta) / period;
	const whole = Math.round(count);
	if (whole < 1 || Math.abs(count - whole) > TOLERANCE) return "";
	return `${whole} ${whole === 1 ? "period" : "periods"} of ${name}`;
}
