import type { Board } from "../board/Board.ts";
import type { Micros } from "../devices/Device.ts";
import type { Timed } from "../engine/Timed.ts";

/** Bits of the flags of bit-bang SPI. */
const flag = {
	clockPhase: 1,
	clockPolarity: 2,
	selectPolarity: 4,
	sendLowestFirst: 1 << 14,
	receiveLowestFirst: 1 << 15,
};

/** The lines several selects can share. */
export interface SpiLines {
	readonly miso: number;
	readonly mosi: number;
	readonly sclk: number;
}

/** One select of a bit-banged SPI bus. */
export class SpiSelect {
	readonly cs: number;
	readonly lines: SpiLines;
	/** The mode the GPIO had before. */
	readonly mode: number;
	readonly #board: Board;
	readonly #delay: Micros;
	readonly #flags: number;

	constructor(board: Board, cs: number, lines: SpiLines, baud: number, flags: number) {
		this.#board = board;
		this.cs = cs;
		this.lines = lines;
		this.mode = board.getMode(cs);
		this.#delay = Math.floor(500_000 / baud);
		this.#flags = flags;
	}

	/** The level of the select while idle. */
	get idleLevel(): number {
		return this.#has(flag.selectPolarity) ? 0 : 1;
	}

	/** Sends bytes and receives as many. */
	*transfer(bytes: Uint8Array): Timed<Uint8Array> {
		const received = new Uint8Array(bytes.length);
		this.#clock(0);
		yield this.#delay;
		this.#board.write(this.cs, 1 - this.idleLevel);
		yield this.#delay;
		for (const [index, byte] of bytes.entries()) {
			received[index] = yield* this.#has(flag.clockPhase) ? this.#lateByte(byte) : this.#earlyByte(byte);
		}
		yield this.#delay;
		this.#board.write(this.cs, this.idleLevel);
		yield this.#delay;
		this.#clock(0);
		return received;
	}

	/** Bits are there before the clock's first edge. */
	*#earlyByte(byte: number): Timed<number> {
		let received = 0;
		for (let bit = 0; bit < 8; bit++) {
			this.#send(byte, bit);
			yield this.#delay;
			this.#clock(1);
			received = this.#receive(received);
			yield this.#delay;
			this.#clock(0);
		}
		return received;
	}

	/** Bits come with the clock's first edge. */
	*#lateByte(byte: number): Timed<number> {
		let received = 0;
		for (let bit = 0; bit < 8; bit++) {
			this.#clock(1);
			this.#send(byte, bit);
			yield this.#delay;
			this.#clock(0);
			received = this.#receive(received);
			yield this.#delay;
		}
		return received;
	}

	#send(byte: number, bit: number): void {
		const shift = this.#has(flag.sendLowestFirst) ? bit : 7 - bit;
		this.#board.write(this.lines.mosi, (byte >>> shift) & 1);
	}

	#receive(received: number): number {
		const level = this.#board.read(this.lines.miso);
		return this.#has(flag.receiveLowestFirst)
			? (received >>> 1) | (level << 7)
			: ((received << 1) | level) & 0xff;
	}

	#clock(active: number): void {
		this.#board.write(this.lines.sclk, this.#has(flag.clockPolarity) ? 1 - active : active);
	}

	#has(bit: number): boolean {
		return (this.#flags & bit) !== 0;
	}
}
