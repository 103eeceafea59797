import { shownEntry, shownStore } from "../bridge/index.ts";
import { here } from "./actions/here.ts";
import { currentZero } from "./currentZero.ts";
import { scopeStore } from "./scopeStore.ts";
import type { GoToFacts } from "./view/goTo.ts";

/** What a written time refers to now. */
export function goToFacts(): GoToFacts {
	const { cursors, named } = scopeStore.getState();
	const { source } = shownEntry();
	return {
		zero: currentZero(),
		cursors,
		named,
		trigger: source.kind === "segment" ? source.hitTime : undefined,
		here: here(),
		anchor: shownStore.getState().anchor,
	};
}
