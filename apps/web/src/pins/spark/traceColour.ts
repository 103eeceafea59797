import { type namesStore, stylesOf } from "../../stores/namesStore.ts";

/** Trace colours there are. */
const COLOURS = 8;

/** Palette number (1 to 8) of a GPIO's trace: the chosen one, else by its number. */
export function traceColour(names: ReturnType<typeof namesStore.getState>, gpio: number): number {
	return stylesOf(names)[gpio]?.colour ?? (gpio % COLOURS) + 1;
}
