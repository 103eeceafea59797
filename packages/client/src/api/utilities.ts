import { pigpioErrors } from "@gpioscope/protocol";

/** pigpio's text for one of its error numbers, as `PigpioError` has it. */
export function errorText(code: number): string {
	return pigpioErrors[code]?.text ?? `unknown error (${code})`;
}

/** Microseconds from one tick to a later one; ticks wrap every 71.6 minutes. Times of records need no such care. */
export function tickDiff(earlier: number, later: number): number {
	return (later - earlier) >>> 0;
}

/** The signed number that an unsigned 32-bit word stands for. */
export function u2i(word: number): number {
	return word | 0;
}
