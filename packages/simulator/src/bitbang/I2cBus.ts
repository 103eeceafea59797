import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import { type I2cLine, I2cMaster } from "../buses/I2cMaster.ts";
import type { Micros } from "../devices/Device.ts";

/** How long a device may hold the clock low before the daemon goes on regardless. */
const LONGEST_STRETCH: Micros = 100_000;

/** A bit-banged I2C bus: lines are pulled low by being outputs and let go by being inputs. */
export class I2cBus {
	readonly sda: number;
	readonly scl: number;
	readonly master: I2cMaster;
	readonly #board: Board;
	readonly #modes: readonly [sda: number, scl: number];

	constructor(board: Board, sda: number, scl: number, baud: number) {
		this.#board = board;
		this.sda = sda;
		this.scl = scl;
		this.#modes = [board.getMode(sda), board.getMode(scl)];
		const release = (line: I2cLine) => board.setMode(this[line], modes.input);
		this.master = new I2cMaster({
			// The daemon's wait lasts until more than the asked time has passed.
			halfPeriod: Math.floor(500_000 / baud) + 1,
			pull: (line) => {
				board.setMode(this[line], modes.output);
				board.write(this[line], 0);
			},
			release,
			read: (line) => board.read(this[line]),
			patience: () => LONGEST_STRETCH,
			onHeld: () => {},
		});
		release("sda");
		release("scl");
	}

	/** Gives the GPIOs back the modes they had. */
	close(): void {
		this.#board.setMode(this.sda, this.#modes[0]);
		this.#board.setMode(this.scl, this.#modes[1]);
	}
}
