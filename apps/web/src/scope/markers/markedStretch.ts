import { scopeStore } from "../scopeStore.ts";

/** The stretch that is marked: green to red, else gold to blue. */
export function markedStretch(): { readonly from: number; readonly to: number } | undefined {
	const { green, red, gold, blue } = scopeStore.getState().cursors;
	const [a, b] = green !== undefined && red !== undefined && green !== red ? [green, red] : [gold, blue];
	if (a === undefined || b === undefined || a === b) return undefined;
	return { from: Math.min(a, b), to: Math.max(a, b) };
}
