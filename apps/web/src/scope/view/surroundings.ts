import type { StoreApi } from "zustand/vanilla";

/** What moves the view: the newest data, nobody, or recorded time that passes again. */
export type ViewMode = "live" | "paused" | "play";

interface ViewportFacts {
	readonly mode: ViewMode;
	readonly behindLive: number;
	readonly division: number;
}

/** What the viewport asks of the world around it. */
export interface Surroundings {
	/** Where mode, distance to live and division are published. */
	readonly store: Pick<StoreApi<ViewportFacts>, "getState" | "subscribe"> & {
		setState(facts: Partial<ViewportFacts>): void;
	};
	/** Capture time of the right edge of a live view at page time `now` ms; undefined before any data. */
	edge(now: number): number | undefined;
	/** First and last stored capture time, µs; undefined before any data. */
	bounds(): { readonly first: number; readonly last: number } | undefined;
	/** While recorded time plays: the capture time of the middle of the view at page time `now`, µs. */
	playCentre(now: number): number | undefined;
	/** µs of one tick of the capture: nothing is finer. */
	tick(): number;
	reducedMotion(): boolean;
	/** Shows the collapsed stretch around a time (µs) as it is: something inside it is asked for. */
	openIdle(time: number): void;
}
