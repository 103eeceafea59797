import { shownStore } from "../bridge/index.ts";
import { here } from "./actions/here.ts";
import { currentZero } from "./currentZero.ts";
import { scopeStore } from "./scopeStore.ts";
import { shownHit } from "./trigger/shownHit.ts";
import type { GoToFacts } from "./view/goTo.ts";

/** What a written time refers to now. */
export function goToFacts(): GoToFacts {
	const { cursors, named } = scopeStore.getState();
	return {
		zero: currentZero(),
		cursors,
		named,
		trigger: shownHit()?.hitTime,
		here: here(),
		anchor: shownStore.getState().anchor,
	};
}
