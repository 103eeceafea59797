import type { Trigger } from "@gpioscope/protocol";
import { showError } from "../../../actions/showError.ts";
import { bridge, bridgeTriggersStore } from "../../../bridge/index.ts";
import { currentTriggers, onTriggersChange } from "../triggerStore.ts";
import { isWatched, listAfter, listWith, listWithout } from "./bridgeList.ts";

/** What was asked for last, until the bridge has said that it is so. */
let asked: readonly Trigger[] | undefined;

function watchedList(): readonly Trigger[] {
	return asked ?? bridgeTriggersStore.getState().triggers.map(({ trigger }) => trigger);
}

function ask(list: readonly Trigger[]): void {
	asked = list;
	bridge
		.setTriggers(list)
		.catch((error: unknown) => showError("gpioscope does not watch for it without this page", error))
		.finally(() => {
			if (asked === list) asked = undefined;
		});
}

/** Has the bridge watch for a trigger, too, or no longer. */
export function watchWithoutPage(trigger: Trigger, isOn: boolean): void {
	const list = watchedList();
	ask(isOn ? listWith(list, trigger) : listWithout(list, trigger.number));
}

/** Keeps what the bridge watches for the same as the triggers here; the answer ends it. */
export function startWithoutPage(): () => void {
	let before = currentTriggers();
	return onTriggersChange((after) => {
		const list = watchedList();
		const changed = listAfter(list, before, after);
		before = after;
		if (changed !== list) ask(changed);
	});
}

/** Whether the bridge watches for the trigger, among what it says. */
export function isWatchedByBridge(
	{ triggers }: ReturnType<typeof bridgeTriggersStore.getState>,
	trigger: Trigger,
): boolean {
	return isWatched(
		triggers.map((watched) => watched.trigger),
		trigger,
	);
}
