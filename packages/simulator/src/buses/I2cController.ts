import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import type { Micros } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import type { Timed } from "../engine/Timed.ts";
import { type I2cLine, I2cMaster } from "./I2cMaster.ts";

/** One part of a transfer: what is written, or a place for what is read. */
export interface I2cMessage {
	/** 7 bits. */
	readonly address: number;
	readonly isRead: boolean;
	readonly bytes: Uint8Array;
}

/** 100 kHz, the clock of a Pi's buses unless it is set up otherwise. */
const HALF_PERIOD: Micros = 5;
/** When Linux gives up a transfer: the i2c core's default of one second. */
const TIMEOUT: Micros = 1_000_000;
/** How often to look whether the lines have become free, or it is a waiting transfer's turn. */
const IDLE_POLL: Micros = 10;
/** How often a waiting transfer looks whether it is its turn: about a byte's time. */
const TURN_POLL: Micros = 100;

class TimedOut extends Error {}

/**
 * A hardware I2C controller of the chip, which only ever is a master, on two GPIOs in ALT0: what Linux's i2c-bcm2835
 * makes of one transfer. Transfers are played one after another.
 */
export class I2cController {
	readonly sda: number;
	readonly scl: number;
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #master: I2cMaster;
	#deadline: Micros = 0;
	#tickets = 0;
	#served = 0;

	constructor(engine: Engine, board: Board, sda: number, scl: number) {
		this.#engine = engine;
		this.#board = board;
		this.sda = sda;
		this.scl = scl;
		this.#master = new I2cMaster({
			halfPeriod: HALF_PERIOD,
			pull: (line) => board.drivePeripheral(this[line], modes.alt0, 0),
			release: (line) => board.drivePeripheral(this[line], modes.alt0, undefined),
			read: (line) => (this.#isConnected(line) ? board.read(this[line]) : 0),
			patience: () => this.#deadline - engine.time,
			onHeld: () => {
				throw new TimedOut();
			},
		});
	}

	/**
	 * Plays messages as one transfer with repeated starts, when those asked for earlier are over.
	 * @returns whether all was acknowledged; false also if the lines or the clock were held low until the timeout
	 */
	*transfer(messages: readonly I2cMessage[]): Timed<boolean> {
		const ticket = this.#tickets++;
		while (ticket !== this.#served) yield TURN_POLL;
		this.#deadline = this.#engine.time + TIMEOUT;
		try {
			return yield* this.#play(messages);
		} catch (error) {
			if (!(error instanceof TimedOut)) throw error;
			return false;
		} finally {
			this.#master.abandon();
			this.#served++;
		}
	}

	*#play(messages: readonly I2cMessage[]): Timed<boolean> {
		while (!this.#isFree) {
			this.#checkDeadline();
			yield IDLE_POLL;
		}
		let isTaken = true;
		for (const message of messages) {
			yield* this.#master.start();
			const call = ((message.address & 0x7f) << 1) | (message.isRead ? 1 : 0);
			isTaken = (yield* this.#master.putByte(call)) === 0;
			isTaken &&= message.isRead ? yield* this.#read(message.bytes) : yield* this.#write(message.bytes);
			if (!isTaken) break;
		}
		yield* this.#master.stop();
		return isTaken;
	}

	*#write(bytes: Uint8Array): Timed<boolean> {
		for (const byte of bytes) {
			this.#checkDeadline();
			if ((yield* this.#master.putByte(byte)) === 1) return false;
		}
		return true;
	}

	*#read(bytes: Uint8Array): Timed<boolean> {
		for (const index of bytes.keys()) {
			this.#checkDeadline();
			bytes[index] = yield* this.#master.getByte(index === bytes.length - 1 ? 1 : 0);
		}
		return true;
	}

	#checkDeadline(): void {
		if (this.#engine.time >= this.#deadline) throw new TimedOut();
	}

	get #isFree(): boolean {
		return (["sda", "scl"] as const).every(
			(line) => this.#isConnected(line) && this.#board.read(this[line]) === 1,
		);
	}

	#isConnected(line: I2cLine): boolean {
		return this.#board.getMode(this[line]) === modes.alt0;
	}
}
