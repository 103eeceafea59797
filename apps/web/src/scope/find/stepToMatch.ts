import type { Match } from "@gpioscope/logic";
import { shownCapture } from "../../bridge/index.ts";
import { here, isInView } from "../actions/here.ts";
import { timeText } from "../currentZero.ts";
import { jump } from "../jumps.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";
import { type FindQuery, type FindResult, findStore } from "./findStore.ts";
import { positionText } from "./findText.ts";
import { typeSearch } from "./searchWorld.ts";

export type FindDirection = "next" | "previous";

interface Step {
	readonly match: Match;
	/** Whether it went over the end of the capture, to its other end. */
	readonly isAround: boolean;
}

async function findStep(
	{ search }: FindQuery,
	{ first, count }: FindResult,
	direction: FindDirection,
): Promise<Step | undefined> {
	const { current } = findStore.getState();
	const { blue } = scopeStore.getState().cursors;
	const isThere = current !== undefined && current.rank >= first && blue === current.start;
	const beside = isThere
		? await shownCapture.matchAt(search, current.rank + (direction === "next" ? 1 : -1))
		: await shownCapture.matchBeside(search, here(), direction);
	if (beside !== undefined) return { match: beside, isAround: false };
	const other = await shownCapture.matchAt(search, direction === "next" ? first : first + count - 1);
	return other && { match: other, isAround: true };
}

/** Puts blue on the neighbouring match and brings it into sight; from a live view, the newest one comes first. */
export async function stepToMatch(wanted: FindDirection): Promise<void> {
	const { query, result } = findStore.getState();
	if (query === undefined || result === undefined || result.count === 0) return;
	const direction = viewport.following ? "previous" : wanted;
	const step = await findStep(query, result, direction);
	if (step === undefined || findStore.getState().query !== query) return;
	goToMatch(step.match, step.isAround ? (direction === "next" ? "from the start, " : "from the end, ") : "");
}

/** @param around what is told before, when the search went over an end */
function goToMatch(match: Match, around: string): void {
	const { query, result } = findStore.getState();
	scopeStore.getState().pause();
	setCursor("blue", match.start);
	if (!isInView(match.start)) jump(() => viewport.showTime(match.start));
	const width = match.end > match.start ? `, ${spanText(match.end - match.start)} long` : "";
	findStore.setState({
		current: match,
		...(query !== undefined &&
			result !== undefined && {
				announcement: `${around}${positionText(result, match.rank)}: ${query.words} at ${timeText(match.start)}${width}`,
			}),
	});
}

/** As `stepToMatch`, for those who do not wait for it. */
export function showMatch(direction: FindDirection): Promise<void> {
	return stepToMatch(direction).catch((error: unknown) => {
		findStore.setState({ failed: true });
		console.error("The capture did not answer.", error);
	});
}

let stopWaiting: (() => void) | undefined;

/** Writes a search into the field and goes to its first match after here, as soon as it is known. */
export function searchAndShow(text: string): void {
	stopWaiting?.();
	typeSearch(text);
	const { query } = findStore.getState();
	const isReady = (): boolean => {
		const { result, query: now } = findStore.getState();
		return now !== query || result?.isComplete === true;
	};
	if (isReady()) {
		showMatch("next");
		return;
	}
	stopWaiting = findStore.subscribe(() => {
		if (!isReady()) return;
		stopWaiting?.();
		if (findStore.getState().query === query) showMatch("next");
	});
}
