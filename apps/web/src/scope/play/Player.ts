import type { StoreApi } from "zustand/vanilla";
import { atSpeed, type Playback, type PlayRange, playOn } from "../view/playback.ts";

/** Between two figures of the position, ms. */
const BEAT_MS = 100;
/** Between two steps of those who want no motion, ms. */
const STEP_MS = 250;

interface PlaySettings {
	readonly loop: boolean;
	readonly position: number | undefined;
}

/** What the player asks of the world around it. */
export interface PlayerSurroundings {
	readonly store: Pick<StoreApi<PlaySettings>, "getState"> & { setState(facts: Partial<PlaySettings>): void };
	/** Capture time per time of the clock. */
	speed(): number;
	/** What can be played at page time `now`; undefined before any data. */
	range(now: number): PlayRange | undefined;
	/** Called when the end was reached. */
	ended(): void;
	reducedMotion(): boolean;
}

/** Lets recorded time pass again, by the clock: at each frame it says where the middle of the view belongs. */
export class Player {
	readonly #world: PlayerSurroundings;
	#playback: Playback | undefined;
	#toldAt = Number.NEGATIVE_INFINITY;
	#steppedAt = Number.NEGATIVE_INFINITY;
	#shown = 0;

	constructor(world: PlayerSurroundings) {
		this.#world = world;
	}

	get isPlaying(): boolean {
		return this.#playback !== undefined;
	}

	/** Begins at a capture time (µs), at page time `now` (ms). */
	start(position: number, now: number): void {
		this.#playback = { position, at: now, speed: this.#world.speed() };
		this.#steppedAt = Number.NEGATIVE_INFINITY;
		this.#world.store.setState({ position });
	}

	stop(): void {
		if (this.#playback === undefined) return;
		this.#playback = undefined;
		this.#world.store.setState({ position: undefined });
	}

	/** Takes a new speed from `now` on. */
	speedChanged(now: number): void {
		if (this.#playback !== undefined) this.#playback = atSpeed(this.#playback, now, this.#world.speed());
	}

	/** Capture time of the middle of the view at page time `now`; undefined while nothing plays. */
	centreAt(now: number): number | undefined {
		const range = this.#world.range(now);
		if (this.#playback === undefined || range === undefined) return undefined;
		const { playback, position, isOver } = playOn(
			this.#playback,
			now,
			range,
			this.#world.store.getState().loop,
		);
		this.#playback = playback;
		if (now - this.#toldAt >= BEAT_MS) {
			this.#toldAt = now;
			this.#world.store.setState({ position });
		}
		if (isOver) this.#world.ended();
		else if (this.#world.reducedMotion() && now - this.#steppedAt < STEP_MS) return this.#shown;
		this.#steppedAt = now;
		this.#shown = position;
		return position;
	}
}
