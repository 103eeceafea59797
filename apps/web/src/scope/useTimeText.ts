import { shownStore } from "../bridge/index.ts";
import { currentZero, timeText } from "./currentZero.ts";
import { useBeat } from "./inspector/useBeat.ts";
import { scopeStore } from "./scopeStore.ts";

/** What reads capture times (µs) as they are counted now; they read differently when the zero changes or the clock is measured anew. */
export function useTimeText(): (time: number) => string {
	useBeat(() => JSON.stringify(currentZero()), [scopeStore, shownStore]);
	return timeText;
}
