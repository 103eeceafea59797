import type { Cancel, Level, Micros } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";

/** Told of every change of one GPIO's level, with its exact time. */
export type LevelListener = (level: Level, time: Micros) => void;

/** Those who follow the levels of the up to 32 GPIOs of one bank. */
export class LevelListeners {
	readonly #engine: Engine;
	readonly #listeners: readonly Set<LevelListener>[] = Array.from({ length: 32 }, () => new Set());
	#listened = 0;

	constructor(engine: Engine) {
		this.#engine = engine;
	}

	/** @param index the GPIO's place in its bank, 0 to 31 */
	add(index: number, fn: LevelListener): Cancel {
		const listeners = this.#listeners[index];
		if (listeners === undefined) throw new RangeError(`a bank has no GPIO ${index}`);
		listeners.add(fn);
		this.#listened |= 1 << index;
		return () => {
			listeners.delete(fn);
			if (listeners.size === 0) this.#listened &= ~(1 << index);
		};
	}

	/** The levels have become `after`. */
	tell(before: number, after: number): void {
		const changed = (before ^ after) & this.#listened;
		if (changed === 0) return;
		for (let index = 0; index < 32; index++) {
			if ((changed & (1 << index)) === 0) continue;
			const level = ((after >>> index) & 1) as Level;
			for (const listener of this.#listeners[index] ?? []) {
				this.#engine.guard(() => listener(level, this.#engine.time));
			}
		}
	}
}
