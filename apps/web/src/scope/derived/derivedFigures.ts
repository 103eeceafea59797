import { createStore } from "zustand/vanilla";
import type { ValueRange } from "./valueRange.ts";

/** What stands beside a track. */
export interface TrackFigures {
	/** At blue while paused, else the newest; undefined where there is none. */
	readonly value: number | undefined;
	readonly range: ValueRange;
	/** Only some of each column was looked at. */
	readonly isSampled: boolean;
}

/** The figures of the tracks on screen, by the id of their row. */
export const derivedFigures = createStore<{ readonly byId: Readonly<Record<string, TrackFigures>> }>()(
	() => ({
		byId: {},
	}),
);
