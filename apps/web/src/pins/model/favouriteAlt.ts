import { alternateFunction, type Board, type FunctionKind } from "@gpioscope/logic";
import { shortFunction } from "./pinRow.ts";

/** What people most want of a pin beside input and output, best first. */
const wanted: readonly FunctionKind[] = ["pwm", "i2c", "spi", "uart", "clock", "pcm"];

/** The ALT function of a GPIO that deserves a button of its own; undefined where none does. */
export function favouriteAlt(
	gpio: number,
	board: Board,
): { readonly alt: number; readonly name: string; readonly title: string } | undefined {
	for (const kind of wanted) {
		for (let alt = 0; alt < 6; alt++) {
			const found = alternateFunction(gpio, alt, board.processor);
			if (found?.kind === kind)
				return { alt, name: shortFunction(found.name), title: `ALT${alt} ${found.name}` };
		}
	}
	return undefined;
}
