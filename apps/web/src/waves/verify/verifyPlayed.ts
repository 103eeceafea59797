import {
	alignWave,
	changesOfGpio,
	changesOverRounds,
	compileWave,
	type EdgesByGpio,
	type LevelChange,
	verifyWave,
	type WaveLevel,
	type WaveVerdict,
} from "@gpioscope/logic";
import type { Playing } from "../play/WavePlayer.ts";

/** What is asked of the capture. Times in microseconds of the capture, channels are GPIOs. */
export interface VerifiedCapture {
	/** The capture's time at a moment of performance.now(), in milliseconds, as far as it is known. */
	timeAt(moment: number): number;
	/** Settles when the capture reaches a time; rejects when it does not. */
	reached(time: number): Promise<void>;
	edges(gpio: number, from: number, to: number): Promise<readonly LevelChange[]>;
	levelAt(gpio: number, time: number): Promise<WaveLevel | undefined>;
}

/** A played wave beside what was captured of it. Times in microseconds from the wave's start. */
export interface Verified {
	readonly playing: Playing;
	/** Rounds compared; 1 for a wave sent once. */
	readonly rounds: number;
	readonly captured: EdgesByGpio;
	readonly verdict: WaveVerdict;
}

/** Reports come this much later than what they tell of, at most, in microseconds. */
const latency = 400_000;
/** What is compared of a repeated wave at most. */
const longest = 2_000_000;
const mostRounds = 20;
const mostEdges = 4_000;

/** How many rounds of a wave are compared. */
export function roundsToVerify({ isRepeated, document }: Playing): number {
	if (!isRepeated) return 1;
	const edges = document.tracks.reduce((sum, track) => sum + track.edges.length, 0);
	const fitting = Math.min(longest / document.length, mostEdges / Math.max(1, edges));
	return Math.max(1, Math.min(mostRounds, Math.floor(fitting)));
}

/** Waits until the capture has the wave, and compares. Undefined when the wave cannot be found in the capture. */
export async function verifyPlayed(
	playing: Playing,
	capture: VerifiedCapture,
	tolerance: number,
): Promise<Verified | undefined> {
	const { document, isRepeated } = playing;
	const rounds = roundsToVerify(playing);
	const length = document.length * rounds;
	const asked = capture.timeAt(playing.startedAt);
	const [from, to] = [asked - 100_000, asked + length + latency];
	await capture.reached(to);
	const { pulses } = compileWave(document, { isRepeated });
	const gpios = document.tracks.map((track) => track.gpio);
	const captured = new Map<number, readonly LevelChange[]>();
	for (const gpio of gpios) captured.set(gpio, await capture.edges(gpio, from, to));

	// What happens at time 0 depends on the levels before, which are known only when the start is.
	const later = new Map(
		gpios.map((gpio) => [gpio, changesOfGpio(pulses, gpio).filter(({ time }) => time > 0)]),
	);
	const start = alignWave(later, captured, tolerance);
	if (start === undefined) return undefined;
	const expected = new Map<number, readonly LevelChange[]>();
	for (const gpio of gpios) {
		const before = await capture.levelAt(gpio, start - 2 * tolerance);
		// A repeated wave goes on at the end of the compared rounds: what it does there is expected, too.
		const edges = changesOverRounds(pulses, gpio, isRepeated ? rounds + 1 : 1, before);
		expected.set(
			gpio,
			edges.filter(({ time }) => time <= length),
		);
	}
	const verdict = verifyWave(expected, captured, { tolerance, length });
	if (verdict === undefined) return undefined;
	const moved = new Map(
		[...captured].map(([gpio, edges]) => [
			gpio,
			edges.map(({ time, level }) => ({ time: time - verdict.start, level })),
		]),
	);
	return { playing, rounds, captured: moved, verdict };
}
