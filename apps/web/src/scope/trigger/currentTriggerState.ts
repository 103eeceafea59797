import { useSyncExternalStore } from "react";
import { capturesStore } from "../../bridge/index.ts";
import { segmentsOf } from "./segments.ts";
import { statusStore } from "./statusStore.ts";
import { type TriggerState, triggerState } from "./triggerState.ts";
import { currentTriggers, onTriggersChange } from "./triggerStore.ts";

let last: TriggerState = { text: undefined, tone: "idle" };

/** What the triggers are doing now; the same object while that is the same. */
export function currentTriggerState(): TriggerState {
	const segments = segmentsOf(capturesStore.getState().entries);
	const state = triggerState(currentTriggers(), {
		...statusStore.getState(),
		segmentsOf: (number) =>
			segments.filter(({ source }) => source.trigger === number && source.bridgeSegment === undefined).length,
	});
	if (state.text !== last.text || state.tone !== last.tone) last = state;
	return last;
}

/** Calls back when what the triggers are doing may have changed; the answer ends it. */
export function onTriggerStateChange(listener: () => void): () => void {
	const stops = [
		statusStore.subscribe(listener),
		onTriggersChange(listener),
		capturesStore.subscribe((state, before) => {
			if (state.entries.length !== before.entries.length) listener();
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** What the triggers are doing now. */
export function useTriggerState(): TriggerState {
	return useSyncExternalStore(onTriggerStateChange, currentTriggerState);
}
