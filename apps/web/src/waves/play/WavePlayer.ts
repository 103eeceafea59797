import { compileWave, type WaveDocument, type WavePulse } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { type ErrorWords, errorWords } from "../../actions/errorWords.ts";

/** What the player asks of the daemon. */
export interface WaveDaemon {
	/** Makes one wave of pulses; answers its id. */
	createWave(pulses: readonly WavePulse[]): Promise<{ readonly wave: number }>;
	sendWave(wave: number, isRepeated: boolean): Promise<void>;
	stopWave(): Promise<void>;
	/** Also settles when the wave is gone already. */
	deleteWave(wave: number): Promise<void>;
	/** The id of the wave being sent; 9998 when it is none that exists, 9999 when nothing is sent. */
	currentWave(): Promise<number>;
	makeOutput(gpio: number): Promise<void>;
}

/** What is being sent. */
export interface Playing {
	readonly kind: "playing";
	readonly wave: number;
	readonly document: WaveDocument;
	readonly isRepeated: boolean;
	/** performance.now() when the wave began, in milliseconds. */
	readonly startedAt: number;
}

/** What the player does: exactly one of these. */
export type PlayState =
	/** `note` says how the last wave ended. */
	| { readonly kind: "idle"; readonly note?: string; readonly hasPlayed: boolean }
	| { readonly kind: "preparing" }
	| Playing
	| ({ readonly kind: "failed" } & ErrorWords);

/** No wave is being sent, as WVTAT says it. */
const nothingSent = 9999;
/** Milliseconds between two looks at what is being sent. */
const lookEvery = 500;
/** Milliseconds after a wave's length before it is taken to be over. */
const grace = 30;

/** Plays documents as waves: makes the wave, sends it, notices its end, and deletes what it made. */
export class WavePlayer {
	readonly store = createStore<PlayState>()(() => ({ kind: "idle", hasPlayed: false }));
	readonly #daemon: WaveDaemon;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(daemon: WaveDaemon) {
		this.#daemon = daemon;
	}

	/** Makes the given GPIOs outputs, then sends the document. Failures end in the state `failed`. */
	async play(document: WaveDocument, isRepeated: boolean, outputs: readonly number[] = []): Promise<void> {
		if (this.store.getState().kind === "preparing") return;
		await this.stop();
		this.#set({ kind: "preparing" });
		try {
			for (const gpio of outputs) await this.#daemon.makeOutput(gpio);
			const { pulses } = compileWave(document, { isRepeated });
			const { wave } = await this.#daemon.createWave(pulses);
			const askedAt = performance.now();
			try {
				await this.#daemon.sendWave(wave, isRepeated);
			} catch (error) {
				await this.#daemon.deleteWave(wave);
				throw error;
			}
			const startedAt = (askedAt + performance.now()) / 2;
			this.#set({ kind: "playing", wave, document, isRepeated, startedAt });
			this.#lookLater();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Stops the wave and deletes it. Does nothing when none of ours is playing. */
	async stop(): Promise<void> {
		const state = this.store.getState();
		if (state.kind !== "playing") return;
		clearTimeout(this.#timer);
		try {
			await this.#daemon.stopWave();
			await this.#daemon.deleteWave(state.wave);
			this.#set({ kind: "idle", note: "Stopped", hasPlayed: true });
		} catch (error) {
			this.#fail(error);
		}
	}

	/** True while somebody else's wave is being sent, which playing would stop. */
	async isTaken(): Promise<boolean> {
		if (this.store.getState().kind === "playing") return false;
		return (await this.#daemon.currentWave()) !== nothingSent;
	}

	/** Takes a failure off the screen. */
	dismiss(): void {
		const state = this.store.getState();
		if (state.kind === "failed") this.#set({ kind: "idle", hasPlayed: false });
	}

	#lookLater(): void {
		const state = this.store.getState();
		if (state.kind !== "playing") return;
		const length = state.document.length / 1000;
		const rest = state.startedAt + length + grace - performance.now();
		const wait = state.isRepeated || rest <= 0 ? lookEvery : Math.min(lookEvery, rest);
		this.#timer = setTimeout(() => void this.#look(state), wait);
	}

	async #look(playing: Playing): Promise<void> {
		try {
			const current = await this.#daemon.currentWave();
			if (this.store.getState() !== playing) return;
			if (current === playing.wave) return this.#lookLater();
			// The wave is over or another one runs: ours is not needed any more.
			await this.#daemon.deleteWave(playing.wave);
			if (this.store.getState() === playing)
				this.#set({ kind: "idle", note: endOf(playing, current), hasPlayed: true });
		} catch (error) {
			if (this.store.getState() === playing) this.#fail(error);
		}
	}

	#set(state: PlayState): void {
		this.store.setState(state, true);
	}

	#fail(error: unknown): void {
		clearTimeout(this.#timer);
		this.#set({ kind: "failed", ...errorWords(error) });
	}
}

function endOf(playing: Playing, current: number): string {
	if (current !== nothingSent) return "Replaced by another wave";
	return playing.isRepeated ? "Stopped from elsewhere" : "Played once";
}
