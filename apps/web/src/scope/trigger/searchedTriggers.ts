import { type Trigger, triggerProblem } from "@gpioscope/logic";
import { capturesStore, LIVE } from "../../bridge/index.ts";
import { currentTriggers } from "./triggerStore.ts";

/**
 * The triggers whose hits are shown: those that are on. In a capture that does not grow nothing can be switched on: while
 * none is, all that could be.
 */
export function searchedTriggers(): readonly Trigger[] {
	const complete = currentTriggers().filter((trigger) => triggerProblem(trigger) === undefined);
	const enabled = complete.filter((trigger) => trigger.enabled);
	return enabled.length > 0 || capturesStore.getState().shown === LIVE ? enabled : complete;
}
