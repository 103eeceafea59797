import type { Wave } from "./Wave.ts";

const COMMAND = 255;
const LOOP_START = 0;
const LOOP_END = 1;
const DELAY = 2;
const FOREVER = 3;
/** The most that the two bytes of a count or a delay hold. */
const LARGEST = 0xffff;
const HIGHEST_WAVE = 249;

/**
 * Waves one after the other, with delays and loops:
 * `new WaveChain().wave(a).repeat(30, (loop) => loop.wave(b).delay(5000))`. pigpiod takes some 600 entries and 20 loops.
 */
export class WaveChain {
	readonly #bytes: number[] = [];
	#isEndless = false;

	/** Appends a wave. */
	wave(wave: Wave | number): this {
		const id = typeof wave === "number" ? wave : wave.wave;
		if (!Number.isInteger(id) || id < 0 || id > HIGHEST_WAVE) {
			throw new RangeError(`a wave of a chain must be a number from 0 to ${HIGHEST_WAVE}, not ${id}`);
		}
		return this.#append([id]);
	}

	/** Waits for some microseconds. More than 65 535 take several entries. */
	delay(micros: number): this {
		if (!Number.isInteger(micros) || micros < 0) {
			throw new RangeError(`a delay must be a whole number of microseconds, not ${micros}`);
		}
		for (let rest = micros; rest > 0; rest -= LARGEST) this.#append(command(DELAY, Math.min(rest, LARGEST)));
		return this;
	}

	/** Sends what is within the loop this many times, 1 to 65 535. */
	repeat(times: number, fill: (loop: WaveChain) => unknown): this {
		if (!Number.isInteger(times) || times < 1 || times > LARGEST) {
			throw new RangeError(`a loop must run 1 to ${LARGEST} times, not ${times}`);
		}
		return this.#append([COMMAND, LOOP_START, ...contentOf(fill), ...command(LOOP_END, times)]);
	}

	/** Sends what is within the loop until something stops it. Nothing can follow. */
	forever(fill: (loop: WaveChain) => unknown): this {
		this.#append([COMMAND, LOOP_START, ...contentOf(fill), COMMAND, FOREVER]);
		this.#isEndless = true;
		return this;
	}

	/** The chain as pigpiod takes it. */
	toBytes(): Uint8Array {
		return Uint8Array.from(this.#bytes);
	}

	#append(bytes: readonly number[]): this {
		if (this.#isEndless) throw new RangeError("nothing can follow a loop that runs for ever");
		this.#bytes.push(...bytes);
		return this;
	}
}

function contentOf(fill: (loop: WaveChain) => unknown): Uint8Array {
	const loop = new WaveChain();
	fill(loop);
	return loop.toBytes();
}

function command(code: number, value: number): number[] {
	return [COMMAND, code, value & 0xff, value >>> 8];
}
