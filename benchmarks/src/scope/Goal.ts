import type { Row } from "../Section.ts";

/** Something measured against a goal. */
export interface Goal {
	readonly measure: string;
	/** As the goal is written: "at most 0.4x". */
	readonly goal: string;
	readonly measured: string;
	/** Undefined where nothing was measured, or where there is no goal. */
	readonly isMet?: boolean | undefined;
}

/** A row of the table: goal, measured, and whether that is met. */
export function goalRow({ measure, goal, measured, isMet }: Goal): Row {
	return { measure, values: [goal, measured, isMet === undefined ? "" : isMet ? "met" : "MISSED"] };
}
