import type { BusRow, Lane } from "../../lanes/laneLayout.ts";

/** Whose trace is meant: that of the shown capture, or of the one that it is compared with. */
export type Side = "shown" | "other";

/** A row that has something to tell under the pointer. */
export type TellingRow = Lane | BusRow;

/** What is told of the stretch of a row under the pointer. Times in µs of the shown capture. */
export interface Told {
	readonly start: number;
	readonly end: number;
	/** How long a line over it is, from its start; none where there is no period. */
	readonly period?: number;
	/** Part of it lies where nobody knows what happened: nothing is painted over that. */
	readonly overGap: boolean;
	/** The parts of the read-out, the first of which stands out; as they read now. */
	texts(): readonly string[];
}
