import { createStore } from "zustand/vanilla";

/** A GPIO (0 to 53) with the part it plays: `SCL`, `MOSI`, `RX`. */
export interface TracedLine {
	readonly gpio: number;
	readonly role: string;
}

/** The lines that a view works with. */
export interface TracedLines {
	readonly lines: readonly TracedLine[];
	/** Why there are none, as a sentence. */
	readonly absent?: string;
}

/** What the live trace beside a view shows; the view says it. */
export const tracedLinesStore = createStore<TracedLines>()(() => ({ lines: [] }));
