import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { namesStore, stylesOf } from "./namesStore.ts";

/** Trace colours in the palette. */
const COLOURS = 8;

interface DealtColours {
	/** Trace colour 1 to 8 by GPIO. */
	readonly byGpio: Readonly<Record<number, number>>;
}

/** Colours that the scope gave to lanes nobody has coloured, so that a GPIO looks the same in every view. */
export const dealtColours = createStore<DealtColours>()(() => ({ byGpio: {} }));

/** Palette number (1 to 8) of a GPIO's trace: the chosen one, else the scope's, else by its number. */
export function traceColour(gpio: number): number {
	const chosen = stylesOf(namesStore.getState())[gpio]?.colour;
	return chosen ?? dealtColours.getState().byGpio[gpio] ?? (gpio % COLOURS) + 1;
}

/** The palette number of a GPIO's trace, kept up to date. */
export function useTraceColour(gpio: number): number {
	const chosen = useStore(namesStore, (state) => stylesOf(state)[gpio]?.colour);
	const dealt = useStore(dealtColours, (state) => state.byGpio[gpio]);
	return chosen ?? dealt ?? (gpio % COLOURS) + 1;
}
