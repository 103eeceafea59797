import { formatSpan, groupDigits } from "@gpioscope/logic";
import { countText } from "../minimap/countText.ts";
import type { FindResult } from "./findStore.ts";

/** `No pulse under 12 µs on GPIO 27 in 94.3 s.` @param searched µs of the capture that were looked at */
export function noMatchText(words: string, searched: number): string {
	return `No ${words} in ${formatSpan(searched, { significant: 3 })}.`;
}

/** Which match of how many: `3 of 418`, `418`, `none`. @param rank of the current match */
export function positionText(result: FindResult, rank: number | undefined): string {
	const { count, first, isComplete } = result;
	if (count === 0) return isComplete ? "none" : "…";
	const all = `${countText(count)}${isComplete ? "" : " …"}`;
	if (rank === undefined || rank < first) return all;
	return `${groupDigits(rank - first + 1, 0)} of ${all}`;
}
