import type { Action } from "./defineAction.ts";

let known: readonly Action[] = [];

/** Tells everybody below the table of actions what stands in it. */
export function knowActions(actions: readonly Action[]): void {
	known = actions;
}

/** Everything a person can do, for those that the table itself is made of and who therefore cannot import it. */
export function knownActions(): readonly Action[] {
	return known;
}
