import { createStore } from "zustand/vanilla";

/** The newest picture of the traces. */
interface Drawn {
	/** The newest moment that it shows data of, µs of the capture. */
	readonly to: number;
	/** When it was done, ms of performance.now(). */
	readonly at: number;
}

/** What is on screen of the traces, for those who measure how old it is. */
export const drawnStore = createStore<Drawn>()(() => ({ to: 0, at: 0 }));
