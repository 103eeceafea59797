import type { TriggeredPause } from "@gpioscope/logic";
import { capturesStore, LIVE, triggers } from "../../bridge/index.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import { startHiddenHits } from "./hiddenHits/startHiddenHits.ts";
import { hitView } from "./hitView.ts";
import { isSegmentShown } from "./segments.ts";
import { statusStore } from "./statusStore.ts";
import { currentTriggers, onTriggersChange } from "./triggerStore.ts";
import { startWithoutPage } from "./withoutPage/withoutPage.ts";

/** Has the worker watch for the triggers, and does what they ask for; the answer ends it. */
export function startTriggers(): () => void {
	triggers.set(currentTriggers());
	let wasLive: boolean | undefined;
	const noteMode = (): void => {
		const isLive = scopeStore.getState().mode === "live" && capturesStore.getState().shown === LIVE;
		if (isLive === wasLive) return;
		wasLive = isLive;
		triggers.setLive(isLive);
		if (isLive) statusStore.setState({ pausedBy: undefined });
	};
	noteMode();
	const stops = [
		onTriggersChange((changed) => triggers.set(changed)),
		startWithoutPage(),
		startHiddenHits(),
		scopeStore.subscribe(noteMode),
		capturesStore.subscribe(noteMode),
		capturesStore.subscribe(({ shown }, before) => {
			if (shown !== before.shown && isSegmentShown()) countFromHit();
		}),
		triggers.onStatus((status) => statusStore.setState({ triggers: status })),
		triggers.onPause(pauseAtHit),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** Sets the counts of some triggers, or of all, back to none. */
export function clearCounts(numbers?: readonly number[]): void {
	triggers.clearCounts(numbers);
}

function pauseAtHit({ trigger: number, hit, hitTime }: TriggeredPause): void {
	const trigger = currentTriggers().find((other) => other.number === number);
	// A view that was paused or switched off meanwhile stays as it is.
	if (trigger === undefined || scopeStore.getState().mode !== "live") return;
	const pausedBy = { trigger: number, hit, hitTime };
	statusStore.setState({ pausedBy });
	countFromHit();
	viewport.show(hitView(viewport.view, viewport.width, hitTime, trigger.action));
}

/** The ruler counts from the hit that is looked at, unless a person wants it otherwise. */
function countFromHit(): void {
	if (!scopeStore.getState().zeroChosen) scopeStore.setState({ zero: { kind: "trigger" } });
}
