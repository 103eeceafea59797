import { groupDigits, type Trigger } from "@gpioscope/logic";
import { hitsOf, type ShownHit, type TriggerStatus } from "./statusStore.ts";

/** What the triggers are doing, as the header says it. */
export interface TriggerState {
	/** undefined while there is nothing to say. */
	readonly text: string | undefined;
	readonly tone: "idle" | "armed" | "hit";
}

interface Facts {
	readonly triggers: readonly TriggerStatus[];
	readonly pausedBy: ShownHit | undefined;
	/** How many segments a trigger has now. */
	readonly segmentsOf: (number: number) => number;
}

/**
 * `T1 hit #12` after a hit that paused, `T1 12 of 50` while segments are kept, `T1 filling` while what was asked for is
 * still coming, else `T1 armed` or `3 armed`.
 */
export function triggerState(triggers: readonly Trigger[], facts: Facts): TriggerState {
	const { pausedBy } = facts;
	if (pausedBy !== undefined)
		return { text: `T${pausedBy.trigger} hit #${groupDigits(pausedBy.hit, 0)}`, tone: "hit" };
	const enabled = triggers.filter((trigger) => trigger.enabled);
	const [first] = enabled;
	if (first === undefined) return { text: undefined, tone: "idle" };
	const filling = facts.triggers.find(
		({ number, phase }) => phase === "filling" && actionOf(enabled, number) === "pause",
	);
	if (filling !== undefined) return { text: `T${filling.number} filling`, tone: "armed" };
	if (enabled.length > 1) return { text: `${enabled.length} armed`, tone: "armed" };
	const kept = facts.segmentsOf(first.number);
	if (first.action.kind === "segment" && kept > 0)
		return { text: `T${first.number} ${kept} of ${first.action.keep}`, tone: "armed" };
	return { text: `T${first.number} armed`, tone: "armed" };
}

function actionOf(triggers: readonly Trigger[], number: number): Trigger["action"]["kind"] | undefined {
	return triggers.find((trigger) => trigger.number === number)?.action.kind;
}

/** Hits of all triggers in a line, as piscope's `1#12 2>0`: `T1 12 · T2 0 · T3 off`. */
export function countsText(triggers: readonly Trigger[], facts: Pick<Facts, "triggers">): string {
	return triggers
		.map(({ number, enabled }) => `T${number} ${enabled ? groupDigits(hitsOf(facts, number), 0) : "off"}`)
		.join(" · ");
}
