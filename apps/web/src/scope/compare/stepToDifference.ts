import { here } from "../actions/here.ts";
import { jump } from "../jumps.ts";
import { channelName } from "../lanes/channelsStore.ts";
import { selectLanes } from "../lanes/selectLane.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { compareStore } from "./compareStore.ts";
import { differenceBeside } from "./differenceIndex.ts";

/** Puts blue where the next or previous difference begins. Says where that is; undefined when there is none. */
export function stepToDifference(direction: "next" | "previous"): string | undefined {
	const { result } = compareStore.getState();
	if (result === undefined) return undefined;
	const found = differenceBeside(result.differences, here(), direction);
	if (found === undefined) return undefined;
	scopeStore.getState().pause();
	selectLanes([found.channel]);
	setCursor("blue", found.start);
	jump(() => viewport.reveal(found.start));
	return channelName(found.channel);
}
