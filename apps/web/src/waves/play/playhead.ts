import type { Playing } from "./WavePlayer.ts";

/** Where a wave is that began at startedAt: microseconds into the document, and the round, from 1. */
export function playheadOf(playing: Playing, now: number): { time: number; round: number } | undefined {
	const elapsed = (now - playing.startedAt) * 1000;
	const { length } = playing.document;
	if (elapsed < 0) return { time: 0, round: 1 };
	if (!playing.isRepeated) return elapsed > length ? undefined : { time: elapsed, round: 1 };
	return { time: elapsed % length, round: Math.floor(elapsed / length) + 1 };
}
