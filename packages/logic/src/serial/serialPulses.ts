import type { WavePulse } from "../wave/compile.ts";
import { bitsBetween, frameBits, type SerialFrame } from "./serialFrame.ts";

/**
 * The pulses that send characters on a GPIO (0 to 31), which is at its idle level before. Bits are as long as the baud
 * rate says, to the nearest microsecond, and no error adds up. WVAS makes the same of a line that is not inverted.
 */
export function serialPulses(
	values: readonly number[],
	gpio: number,
	frame: SerialFrame,
): readonly WavePulse[] {
	const bitMicros = 1_000_000 / frame.baud;
	const bits = bitsBetween(frame);
	const stretches: { level: number; until: number }[] = [];
	let time = 0;
	const add = (level: number, micros: number): void => {
		time += micros;
		const last = stretches.at(-1);
		if (last?.level === level) last.until = time;
		else stretches.push({ level, until: time });
	};
	for (const value of values) {
		const word = frameBits(value, frame);
		add(0, bitMicros);
		for (let bit = 0; bit < bits; bit++) add((word >>> bit) & 1, bitMicros);
		add(1, (frame.halfStopBits * bitMicros) / 2);
	}
	const mask = (1 << gpio) >>> 0;
	let from = 0;
	return stretches.map(({ level, until }) => {
		const delay = Math.round(until) - from;
		from += delay;
		const isHigh = (level === 1) !== frame.inverted;
		return { on: isHigh ? mask : 0, off: isHigh ? 0 : mask, delay };
	});
}
