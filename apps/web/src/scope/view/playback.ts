/** Speeds of play-back, fastest first: from 64 times the speed it happened at down to 1/32768. */
export const PLAY_SPEEDS: readonly number[] = Array.from({ length: 22 }, (_, index) => 2 ** (6 - index));
/** Place in {@link PLAY_SPEEDS} of the speed at which it happened. */
export const REAL_SPEED = 6;

/** A play-back under way: where it was at one moment of the clock, and how fast it goes from there. */
export interface Playback {
	/** Capture time, µs. */
	readonly position: number;
	/** Page time at which it was there, ms. */
	readonly at: number;
	/** Capture time per time of the clock. */
	readonly speed: number;
}

/** Capture times between which is played, µs. */
export interface PlayRange {
	readonly from: number;
	readonly to: number;
}

/**
 * Capture time at page time `now`. Reckoned from where play-back began, never summed up frame by frame, so that hours
 * of play-back are as exact as the clock.
 */
export function positionAt({ position, at, speed }: Playback, now: number): number {
	return position + Math.max(0, now - at) * 1000 * speed;
}

/** The same play-back at another speed from `now` on. */
export function atSpeed(playback: Playback, now: number, speed: number): Playback {
	return { position: positionAt(playback, now), at: now, speed };
}

/** What becomes of a play-back at page time `now`: it goes on, begins again, or is over. */
export function playOn(
	playback: Playback,
	now: number,
	range: PlayRange,
	loop: boolean,
): { readonly playback: Playback; readonly position: number; readonly isOver: boolean } {
	const position = positionAt(playback, now);
	if (position < range.to) return { playback, position, isOver: false };
	const length = range.to - range.from;
	if (!loop || length <= 0) return { playback, position: range.to, isOver: true };
	// What was played past the end is played after the start: a loop keeps the beat.
	const again = range.from + ((position - range.to) % length);
	return { playback: { ...playback, position: again, at: now }, position: again, isOver: false };
}

/** `64×`, `1×`, `1/32768×`. */
export function speedText(speed: number): string {
	return speed >= 1 ? `${speed}×` : `1/${1 / speed}×`;
}
