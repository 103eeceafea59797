import { here } from "../actions/here.ts";
import { jump } from "../jumps.ts";
import { channelName } from "../lanes/channelsStore.ts";
import { selectLanes } from "../lanes/selectLane.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { compareStore } from "./compareStore.ts";
import { differenceBeside } from "./differenceIndex.ts";

/** Before and after everything: what comes first beyond an end. */
const ENDS = { next: Number.NEGATIVE_INFINITY, previous: Number.POSITIVE_INFINITY } as const;

/**
 * Puts blue where the next or previous difference begins, over the end of the capture if need be. Says on which lane
 * that is; undefined when there is none.
 */
export function stepToDifference(direction: "next" | "previous"): string | undefined {
	const { result } = compareStore.getState();
	if (result === undefined) return undefined;
	const { differences } = result;
	const found =
		differenceBeside(differences, here(), direction) ??
		differenceBeside(differences, ENDS[direction], direction);
	if (found === undefined) return undefined;
	scopeStore.getState().pause();
	selectLanes([found.channel]);
	setCursor("blue", found.start);
	jump(() => viewport.reveal(found.start));
	return channelName(found.channel);
}
