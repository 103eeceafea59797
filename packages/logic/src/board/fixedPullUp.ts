import type { Board } from "./Board.ts";
import { sodimmModules } from "./revision.ts";

/** Ohms of the resistors on the lines of the I2C bus that a board leads out, which are there for every device on it. */
const OHMS = 1800;

/**
 * Resistance in ohms of a pull-up soldered to the board at a GPIO; undefined where there is none. Schematics and
 * datasheets name them on every board with a header and on the CM4 and CM5; on the modules before these what pulls up
 * is on the board that carries them, and the CM4S takes their place pin by pin.
 */
export function fixedPullUp(gpio: number, board: Pick<Board, "firstB" | "model">): number | undefined {
	if (sodimmModules.has(board.model)) return undefined;
	const lines = board.firstB ? [0, 1] : [2, 3];
	return lines.includes(gpio) ? OHMS : undefined;
}
