import { type Trigger, triggerProblem } from "@gpioscope/logic";
import { currentTriggers, MOST_TRIGGERS, setTriggers } from "./triggerStore.ts";

/** What a trigger is made of, without its number. */
export type TriggerDraft = Pick<Trigger, "stages" | "action"> & Partial<Pick<Trigger, "name">>;

/** Whether there is room for another trigger. */
export function hasRoom(triggers: readonly Trigger[] = currentTriggers()): boolean {
	return triggers.length < MOST_TRIGGERS;
}

/** Adds a trigger, switched off, with the lowest free number; undefined when there are as many as can be. */
export function addTrigger(draft: TriggerDraft): Trigger | undefined {
	const triggers = currentTriggers();
	if (!hasRoom(triggers)) return undefined;
	let number = 1;
	while (triggers.some((trigger) => trigger.number === number)) number++;
	const added: Trigger = { name: "", ...draft, enabled: false, number };
	setTriggers([...triggers, added]);
	return added;
}

/** Changes a trigger. What it lacks then switches it off. */
export function changeTrigger(number: number, change: Partial<Omit<Trigger, "number">>): void {
	setTriggers(
		currentTriggers().map((trigger) => {
			if (trigger.number !== number) return trigger;
			const changed = { ...trigger, ...change };
			return changed.enabled && triggerProblem(changed) !== undefined
				? { ...changed, enabled: false }
				: changed;
		}),
	);
}

export function removeTrigger(number: number): void {
	setTriggers(currentTriggers().filter((trigger) => trigger.number !== number));
}

/** Adds a copy of a trigger, switched off. */
export function duplicateTrigger(number: number): Trigger | undefined {
	const original = currentTriggers().find((trigger) => trigger.number === number);
	return original === undefined
		? undefined
		: addTrigger({ stages: original.stages, action: original.action });
}

let lastEnabled: readonly number[] = [];

/**
 * Switches all triggers off; or, when none is on, those on that were last, else all that can be. Answers whether there
 * was anything to switch.
 */
export function toggleTriggers(): boolean {
	const triggers = currentTriggers();
	const enabled = triggers.filter((trigger) => trigger.enabled);
	if (enabled.length > 0) {
		lastEnabled = enabled.map((trigger) => trigger.number);
		setTriggers(triggers.map((trigger) => ({ ...trigger, enabled: false })));
		return true;
	}
	const complete = triggers.filter((trigger) => triggerProblem(trigger) === undefined);
	const again = complete.filter((trigger) => lastEnabled.includes(trigger.number));
	if (complete.length === 0) return false;
	const chosen = new Set((again.length > 0 ? again : complete).map((trigger) => trigger.number));
	setTriggers(
		triggers.map((trigger) => (chosen.has(trigger.number) ? { ...trigger, enabled: true } : trigger)),
	);
	return true;
}
