import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import type { Level, Micros } from "../devices/Device.ts";

/** Waits it asks for, in microseconds, until it returns what it was for. */
export type Timed<T> = Generator<Micros, T, void>;

/** How long a device may hold the clock low. */
const LONGEST_STRETCH = 100_000;
/** How often the daemon looks whether the clock has been let go. */
const STRETCH_POLL: Micros = 1;

/** A bit-banged I2C bus: lines are pulled low by being outputs and let go by being inputs. */
export class I2cBus {
	readonly sda: number;
	readonly scl: number;
	readonly #board: Board;
	readonly #delay: Micros;
	readonly #modes: readonly [sda: number, scl: number];
	#isStarted = false;

	constructor(board: Board, sda: number, scl: number, baud: number) {
		this.#board = board;
		this.sda = sda;
		this.scl = scl;
		// The daemon's wait lasts until more than the asked time has passed.
		this.#delay = Math.floor(500_000 / baud) + 1;
		this.#modes = [board.getMode(sda), board.getMode(scl)];
		this.#release(sda);
		this.#release(scl);
	}

	/** Gives the GPIOs back the modes they had. */
	close(): void {
		this.#board.setMode(this.sda, this.#modes[0]);
		this.#board.setMode(this.scl, this.#modes[1]);
	}

	*start(): Timed<void> {
		if (this.#isStarted) {
			this.#release(this.sda);
			yield this.#delay;
			yield* this.#raiseClock();
			yield this.#delay;
		}
		this.#pull(this.sda);
		yield this.#delay;
		this.#pull(this.scl);
		yield this.#delay;
		this.#isStarted = true;
	}

	*stop(): Timed<void> {
		this.#pull(this.sda);
		yield this.#delay;
		yield* this.#raiseClock();
		yield this.#delay;
		this.#release(this.sda);
		yield this.#delay;
		this.#isStarted = false;
	}

	/** Sends a byte. @returns 1 if nobody acknowledged it */
	*putByte(byte: number): Timed<Level> {
		for (let bit = 7; bit >= 0; bit--) yield* this.#putBit((byte >>> bit) & 1);
		return yield* this.#getBit();
	}

	/** Receives a byte and acknowledges it, or not (1). */
	*getByte(nack: number): Timed<number> {
		let byte = 0;
		for (let bit = 0; bit < 8; bit++) byte = (byte << 1) | (yield* this.#getBit());
		yield* this.#putBit(nack);
		return byte;
	}

	*#putBit(bit: number): Timed<void> {
		if (bit === 0) this.#pull(this.sda);
		else this.#release(this.sda);
		yield this.#delay;
		yield* this.#raiseClock();
		yield this.#delay;
		this.#pull(this.scl);
	}

	*#getBit(): Timed<Level> {
		this.#release(this.sda);
		yield this.#delay;
		yield* this.#raiseClock();
		const bit = this.#board.read(this.sda);
		yield this.#delay;
		this.#pull(this.scl);
		return bit;
	}

	/** Lets go of the clock and waits while a device stretches it. */
	*#raiseClock(): Timed<void> {
		this.#release(this.scl);
		for (let waited = 0; this.#board.read(this.scl) === 0 && waited < LONGEST_STRETCH; waited++) {
			yield STRETCH_POLL;
		}
	}

	#pull(gpio: number): void {
		this.#board.setMode(gpio, modes.output);
		this.#board.write(gpio, 0);
	}

	#release(gpio: number): void {
		this.#board.setMode(gpio, modes.input);
	}
}
