import { GPIO_COUNT } from "./Board.ts";
import type { BoardModel } from "./boardModel.ts";

/** The GPIOs clients may change. */
export class Permissions {
	/** GPIOs 0 to 31 and 32 to 53, as masks. */
	readonly low: number;
	readonly high: number;

	/** `mask` replaces the board's own. */
	constructor(board: BoardModel, mask: bigint | undefined) {
		this.low = mask === undefined ? board.permittedLow : Number(BigInt.asUintN(32, mask));
		this.high = mask === undefined ? board.permittedHigh : Number(BigInt.asUintN(32, mask >> 32n));
	}

	/** Numbers that are no GPIO are allowed: they are refused for that afterwards. */
	allows(gpio: number): boolean {
		if (gpio >= GPIO_COUNT) return true;
		return (((gpio < 32 ? this.low : this.high) >>> (gpio & 31)) & 1) === 1;
	}
}
