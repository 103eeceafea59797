import type { Board } from "./Board.ts";

/** Modules without resistors of their own: what pulls their lines up is on the board that carries them. */
const bare: ReadonlySet<string> = new Set(["CM1", "CM3", "CM3+", "CM4S"]);

/** Ohms of the resistors on the lines of the I2C bus that a board leads out, which are there for every device on it. */
const OHMS = 1800;

/** Resistance in ohms of a pull-up soldered to the board at a GPIO; undefined where there is none. */
export function fixedPullUp(gpio: number, board: Pick<Board, "firstB" | "model">): number | undefined {
	if (bare.has(board.model)) return undefined;
	const lines = board.firstB ? [0, 1] : [2, 3];
	return lines.includes(gpio) ? OHMS : undefined;
}
