import type { WavePulse } from "./WavePulse.ts";

/** How serial data is put into a waveform. */
export interface SerialFormat {
	readonly gpio: number;
	readonly baud: number;
	/** 1 to 32. */
	readonly dataBits: number;
	/** 2 to 8. */
	readonly halfStopBits: number;
	/** When the first character starts, in microseconds. */
	readonly offset: number;
}

/** Bytes one character takes in the data. */
export function bytesPerCharacter(dataBits: number): number {
	if (dataBits <= 8) return 1;
	return dataBits <= 16 ? 2 : 4;
}

/**
 * Pulses that send characters: start bit, data bits from the lowest, stop bits; neighbours of a level joined.
 * @returns them, and one more that the daemon prepares without adding it
 */
export function serialPulses(
	format: SerialFormat,
	characters: readonly number[],
): { pulses: WavePulse[]; extra: WavePulse } {
	const bit = 1 << format.gpio;
	const times = bitTimes(format);
	const startTime = times[0] ?? 0;
	const pulses: { on: number; off: number; delay: number }[] = [
		{ on: bit, off: 0, delay: Math.max(format.offset, startTime) },
	];
	for (const character of characters) {
		let level = 0;
		let pulse = { on: 0, off: bit, delay: startTime };
		pulses.push(pulse);
		for (let index = 0; index <= format.dataBits; index++) {
			const isStop = index === format.dataBits;
			const value = isStop ? 1 : (character >>> index) & 1;
			const time = times[index + 1] ?? 0;
			if (value === level) {
				pulse.delay += time;
				continue;
			}
			level = value;
			pulse = { on: level === 1 ? bit : 0, off: level === 1 ? 0 : bit, delay: time };
			pulses.push(pulse);
		}
	}
	return { pulses, extra: { on: bit, off: 0, delay: startTime } };
}

/** Length of start bit, data bits and stop bits in whole microseconds, rounded so that errors do not add up. */
function bitTimes({ baud, dataBits, halfStopBits }: SerialFormat): number[] {
	const nanos = Math.floor(1_000_000_000 / baud);
	const toMicros = (time: number) => Math.floor((time + 500) / 1000);
	const times: number[] = [];
	let last = 0;
	for (let bits = 1; bits <= dataBits + 1; bits++) {
		const end = toMicros((bits * nanos) >>> 0);
		times.push(end - last);
		last = end;
	}
	const stop = Math.floor(((halfStopBits * nanos) >>> 0) / 2);
	times.push(toMicros((((dataBits + 1) * nanos) >>> 0) + stop) - last);
	return times;
}
