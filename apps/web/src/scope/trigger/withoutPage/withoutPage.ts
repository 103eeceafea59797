import type { Trigger, TriggerOwner, WatchedTrigger } from "@gpioscope/protocol";
import { showError } from "../../../actions/showError.ts";
import { bridge, bridgeTriggersStore } from "../../../bridge/index.ts";
import { ownerStore } from "../../../stores/ownerStore.ts";
import { currentTriggers, onTriggersChange } from "../triggerStore.ts";
import { isWatched, listAfter, listWith, listWithout } from "./bridgeList.ts";

/** What was asked for last, until the bridge has said that it is so. */
let asked: readonly Trigger[] | undefined;

function watchedList(): readonly Trigger[] {
	return asked ?? watchedFor(ownerStore.getState(), bridgeTriggersStore.getState());
}

function ask(list: readonly Trigger[]): void {
	asked = list;
	const { id, name } = ownerStore.getState();
	bridge
		.setTriggers(list, { id, name })
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

/** Has the bridge watch no longer for a trigger that is not, or not so, among those of this page. */
export function stopWatching({ owner, trigger }: WatchedTrigger): void {
	const list = listWithout(watchedFor(owner, bridgeTriggersStore.getState()), trigger.number);
	bridge
		.setTriggers(list, owner)
		.catch((error: unknown) => showError("gpioscope goes on watching for it", error));
}

/** Keeps what the bridge watches for the same as the triggers here, by this browser's name; the answer ends it. */
export function startWithoutPage(): () => void {
	let before = currentTriggers();
	const stops = [
		onTriggersChange((after) => {
			const list = watchedList();
			const changed = listAfter(list, before, after);
			before = after;
			if (changed !== list) ask(changed);
		}),
		ownerStore.subscribe(() => {
			const list = watchedList();
			if (list.length > 0) ask(list);
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

/** Whether the bridge watches for the trigger of this page, among what it says. */
export function isWatchedByBridge(
	state: ReturnType<typeof bridgeTriggersStore.getState>,
	trigger: Trigger,
): boolean {
	return isWatched(watchedFor(ownerStore.getState(), state), trigger);
}

/** What the bridge watches for beside the triggers of this page: those of others, and what is left of one's own. */
export function watchedBeside(
	{ triggers }: ReturnType<typeof bridgeTriggersStore.getState>,
	here: readonly Trigger[],
	own = ownerStore.getState().id,
): readonly WatchedTrigger[] {
	return triggers.filter(
		({ owner, trigger }) => owner.id !== own || !here.some((one) => isWatched([trigger], one)),
	);
}

function watchedFor(
	{ id }: TriggerOwner,
	{ triggers }: ReturnType<typeof bridgeTriggersStore.getState>,
): readonly Trigger[] {
	return triggers.flatMap(({ owner, trigger }) => (owner.id === id ? [trigger] : []));
}
