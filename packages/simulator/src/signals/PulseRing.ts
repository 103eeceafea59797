import { samplesPerCycle } from "@gpioscope/logic";
import type { Bank } from "../board/Bank.ts";
import type { Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";

/** Cycles after which the ring's pattern repeats. */
export const RING_CYCLES = 800;
/** Samples after which the ring's pattern repeats. */
export const RING_SAMPLES = samplesPerCycle * RING_CYCLES;

/**
 * The endless list of output actions that makes PWM and servo pulses: for each of 800 cycles which latches are
 * set at its start, for each of 20000 samples which are cleared. All PWM periods divide the ring, so all GPIOs
 * of one frequency rise together, and the phase is fixed for the life of the daemon.
 */
export class PulseRing implements Source {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	readonly #engine: Engine;
	readonly #bank: Bank;
	readonly #period: Micros;
	readonly #set = new Int32Array(RING_CYCLES);
	readonly #clear = new Int32Array(RING_SAMPLES);
	/** The samples at which anything happens, ascending, and what happens. Made anew after a change. */
	#slots: number[] = [];
	#slotSets: number[] = [];
	#slotClears: number[] = [];
	#position = 0;
	#turnStart: Micros = 0;
	#changed = false;

	/** `period`: the time between samples. */
	constructor(engine: Engine, bank: Bank, period: Micros) {
		this.#engine = engine;
		this.#bank = bank;
		this.#period = period;
	}

	/** Lets `bit` rise at the start of every `every`-th cycle, or no longer. */
	rise(bit: number, every: number, on: boolean): void {
		for (let cycle = 0; cycle < RING_CYCLES; cycle += every) {
			const before = this.#set[cycle] ?? 0;
			this.#set[cycle] = on ? before | bit : before & ~bit;
		}
		this.#touch();
	}

	/** Lets `bit` fall `offset` samples into every stretch of `every` samples, or no longer. */
	fall(bit: number, offset: number, every: number, on: boolean): void {
		for (let sample = offset; sample < RING_SAMPLES; sample += every) {
			const before = this.#clear[sample] ?? 0;
			this.#clear[sample] = on ? before | bit : before & ~bit;
		}
		this.#touch();
	}

	run(): void {
		if (this.#changed) this.#rebuild();
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			const position = this.#position;
			this.#forward();
			// A rise wins over a fall of the same sample, because it is performed after it.
			this.#bank.clearLatches(this.#slotClears[position] ?? 0);
			this.#bank.setLatches(this.#slotSets[position] ?? 0);
		}
	}

	#touch(): void {
		this.#changed = true;
		this.nextTime = this.#engine.time;
		this.#engine.hurry(this.nextTime);
	}

	#forward(): void {
		if (++this.#position === this.#slots.length) {
			this.#position = 0;
			this.#turnStart += RING_SAMPLES * this.#period;
		}
		this.nextTime = this.#turnStart + (this.#slots[this.#position] ?? 0) * this.#period;
	}

	#rebuild(): void {
		this.#changed = false;
		this.#slots = [];
		this.#slotSets = [];
		this.#slotClears = [];
		for (let sample = 0; sample < RING_SAMPLES; sample++) {
			const set = sample % samplesPerCycle === 0 ? (this.#set[sample / samplesPerCycle] ?? 0) : 0;
			const clear = this.#clear[sample] ?? 0;
			if ((set | clear) === 0) continue;
			this.#slots.push(sample);
			this.#slotSets.push(set);
			this.#slotClears.push(clear);
		}
		this.#seek();
	}

	/** Finds the first action later than now. */
	#seek(): void {
		if (this.#slots.length === 0) {
			this.nextTime = Number.POSITIVE_INFINITY;
			return;
		}
		const now = this.#engine.time;
		const turn = RING_SAMPLES * this.#period;
		this.#turnStart = Math.floor(now / turn) * turn;
		this.#position = this.#slots.findIndex((slot) => this.#turnStart + slot * this.#period > now);
		if (this.#position < 0) {
			this.#position = 0;
			this.#turnStart += turn;
		}
		this.nextTime = this.#turnStart + (this.#slots[this.#position] ?? 0) * this.#period;
	}
}
