import type { Engine } from "../engine/Engine.ts";
import { type ChainProblem, writeChain } from "./chain.ts";
import { STOP, type WaveMachine } from "./WaveMachine.ts";
import type { CreatedWave, WaveStore } from "./WaveStore.ts";

/** Send modes: bit 0 repeats, bit 1 waits for the current wave's cycle to end. */
export const HIGHEST_WAVE_MODE = 3;
const REPEAT = 1;
const SYNC = 2;

/** Sends waves and chains by linking and starting their control blocks. */
export class WaveSender {
	readonly #engine: Engine;
	readonly #machine: WaveMachine;
	readonly #store: WaveStore;
	/** The block whose link decides what follows the wave sent last. */
	#lastBlock: number | undefined;

	constructor(engine: Engine, machine: WaveMachine, store: WaveStore) {
		this.#engine = engine;
		this.#machine = machine;
		this.#store = store;
	}

	get isBusy(): boolean {
		return this.#machine.current !== STOP;
	}

	/** Sends a wave in one of the four modes. @returns how many control blocks it has */
	send(wave: CreatedWave, mode: number): number {
		const machine = this.#machine;
		const begin = wave.firstBlock + 1;
		if (mode < SYNC) machine.stop();
		machine.link(wave.lastBlock, (mode & REPEAT) === 0 ? STOP : begin);
		if (this.#lastBlock !== undefined && mode >= SYNC) {
			machine.link(this.#lastBlock, begin);
			if (!this.isBusy) machine.start(wave.firstBlock);
		} else machine.start(wave.firstBlock);
		this.#lastBlock = wave.lastBlock;
		return wave.resources.blocks;
	}

	/** Stops what is being sent and sends a chain; one with an error only stops. */
	sendChain(chain: Uint8Array): ChainProblem | undefined {
		this.#machine.stop();
		this.#lastBlock = undefined;
		const written = writeChain(this.#machine, this.#store, chain);
		if (typeof written === "string") return written;
		this.#machine.start(written.firstBlock);
		this.#lastBlock = written.lastBlock;
		return undefined;
	}

	/** Stops at once; GPIOs keep their levels. */
	stop(): void {
		this.#machine.stop();
		this.#lastBlock = undefined;
	}

	/** Forgets which block ended the last wave: sync modes then start at once. */
	forget(): void {
		this.#lastBlock = undefined;
	}

	/** How long the daemon's busy flag can stay up at least; for those who wait. */
	get nextChange(): number {
		return Math.max(this.#machine.nextTime, this.#engine.time);
	}
}
