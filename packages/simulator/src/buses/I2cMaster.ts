import type { Level, Micros } from "../devices/Device.ts";
import type { Timed } from "../engine/Timed.ts";

export type I2cLine = "sda" | "scl";

/** A master's hold on the two lines: it pulls them low or lets go of them, and sees what comes of it. */
export interface I2cLines {
	/** Half a clock period. */
	readonly halfPeriod: Micros;
	pull(line: I2cLine): void;
	release(line: I2cLine): void;
	read(line: I2cLine): Level;
	/** How long a device may hold the clock low from now on. */
	patience(): Micros;
	/** Called when it was held longer: throws, or returns to go on as if it were high. */
	onHeld(): void;
}

/** Waits for a held clock look every microsecond at first, later at every 128th part of what has passed. */
const STRETCH_POLL: Micros = 1;
const POLL_SHARE = 128;

/** The signals of an I2C master, whatever makes them. */
export class I2cMaster {
	readonly #lines: I2cLines;
	#isStarted = false;

	constructor(lines: I2cLines) {
		this.#lines = lines;
	}

	/** Begins a transfer, or goes on with a repeated start. */
	*start(): Timed<void> {
		const { halfPeriod } = this.#lines;
		if (this.#isStarted) {
			this.#lines.release("sda");
			yield halfPeriod;
			yield* this.#raiseClock();
			yield halfPeriod;
		}
		this.#lines.pull("sda");
		yield halfPeriod;
		this.#lines.pull("scl");
		yield halfPeriod;
		this.#isStarted = true;
	}

	*stop(): Timed<void> {
		const { halfPeriod } = this.#lines;
		this.#lines.pull("sda");
		yield halfPeriod;
		yield* this.#raiseClock();
		yield halfPeriod;
		this.#lines.release("sda");
		yield halfPeriod;
		this.#isStarted = false;
	}

	/** Lets go of both lines without a stop, so that the next start is a first one. */
	abandon(): void {
		this.#lines.release("sda");
		this.#lines.release("scl");
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
		if (bit === 0) this.#lines.pull("sda");
		else this.#lines.release("sda");
		yield this.#lines.halfPeriod;
		yield* this.#raiseClock();
		yield this.#lines.halfPeriod;
		this.#lines.pull("scl");
	}

	*#getBit(): Timed<Level> {
		this.#lines.release("sda");
		yield this.#lines.halfPeriod;
		yield* this.#raiseClock();
		const bit = this.#lines.read("sda");
		yield this.#lines.halfPeriod;
		this.#lines.pull("scl");
		return bit;
	}

	/** Lets go of the clock and waits while a device stretches it. */
	*#raiseClock(): Timed<void> {
		this.#lines.release("scl");
		const patience = this.#lines.patience();
		let waited: Micros = 0;
		while (this.#lines.read("scl") === 0) {
			const left = patience - waited;
			if (left <= 0) {
				this.#lines.onHeld();
				return;
			}
			const wait = Math.min(left, Math.max(STRETCH_POLL, waited / POLL_SHARE));
			yield wait;
			waited += wait;
		}
	}
}
