import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { thriftyStorage } from "../../stores/thriftyStorage.ts";
import { PLAY_SPEEDS, REAL_SPEED } from "../view/playback.ts";

interface PlayState {
	/** Place in PLAY_SPEEDS. */
	readonly speedIndex: number;
	/** Begins again at the end, instead of stopping there. */
	readonly loop: boolean;
	/** Capture time of the middle of the view while it plays, µs, ten times a second; undefined while it does not. */
	readonly position: number | undefined;
}

/** How recorded time is played. */
export const playStore = createStore<PlayState>()(
	persist((): PlayState => ({ speedIndex: REAL_SPEED, loop: false, position: undefined }), {
		name: "gpioscope.play",
		version: 1,
		storage: thriftyStorage(),
		partialize: ({ loop }) => ({ loop }),
	}),
);

/** Capture time per time of the clock. */
export function playSpeed({ speedIndex }: Pick<PlayState, "speedIndex"> = playStore.getState()): number {
	return PLAY_SPEEDS[speedIndex] ?? 1;
}

/** Doubles (-1) or halves (1) the speed, as far as there are speeds. */
export function stepSpeed(direction: 1 | -1): void {
	setSpeed(playStore.getState().speedIndex + direction);
}

/** Sets the speed by its place in PLAY_SPEEDS. */
export function setSpeed(index: number): void {
	playStore.setState({ speedIndex: Math.min(PLAY_SPEEDS.length - 1, Math.max(0, index)) });
}
