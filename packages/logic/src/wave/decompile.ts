import type { WavePulse } from "./compile.ts";
import type { WaveLevel } from "./document.ts";

/** A level change at a time in microseconds. */
export interface LevelChange {
	readonly time: number;
	readonly level: WaveLevel;
}

/**
 * Says what a GPIO does when pulses are sent: every change of its level, from the first that the pulses set. `before`
 * is its level until then; a setting that changes nothing is left out. Where one pulse sets and clears the same
 * GPIO it ends low, as pigpiod writes the clear last.
 */
export function changesOfGpio(pulses: readonly WavePulse[], gpio: number, before?: WaveLevel): LevelChange[] {
	const bit = 1 << gpio;
	const changes: LevelChange[] = [];
	let level = before;
	let time = 0;
	for (const { on, off, delay } of pulses) {
		const next = (off & bit) !== 0 ? 0 : (on & bit) !== 0 ? 1 : level;
		if (next !== undefined && next !== level) {
			changes.push({ time, level: next });
			level = next;
		}
		time += delay;
	}
	return changes;
}

/** Returns every change of a GPIO over a number of rounds of the same pulses, as sending them repeatedly gives. */
export function changesOverRounds(
	pulses: readonly WavePulse[],
	gpio: number,
	rounds: number,
	before?: WaveLevel,
): LevelChange[] {
	const all: WavePulse[] = [];
	for (let round = 0; round < rounds; round++) all.push(...pulses);
	return changesOfGpio(all, gpio, before);
}
