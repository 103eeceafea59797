import { type Trigger, trigger } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import { namesStore } from "../../stores/namesStore.ts";

/** More would be no overview any more. */
export const MOST_TRIGGERS = 16;

interface TriggerState {
	/** By Pi, as names are; each in the order of their numbers. */
	readonly byPi: Readonly<Record<string, readonly Trigger[]>>;
}

/** The triggers that a person defined, kept per Pi in the browser. */
export const triggerStore = createStore<TriggerState>()(
	persist((): TriggerState => ({ byPi: {} }), {
		name: "gpioscope.triggers",
		version: 1,
		merge: (stored, current) => ({ ...current, byPi: readAll(stored) }),
	}),
);
followStorage(triggerStore);

function readAll(stored: unknown): TriggerState["byPi"] {
	const byPi = (stored as Partial<TriggerState> | undefined)?.byPi;
	if (typeof byPi !== "object" || byPi === null) return {};
	return Object.fromEntries(Object.entries(byPi).map(([pi, triggers]) => [pi, readTriggers(triggers)]));
}

/** Those that can be read, whatever stands beside them. */
function readTriggers(stored: unknown): readonly Trigger[] {
	if (!Array.isArray(stored)) return [];
	return stored
		.flatMap((one) => {
			const read = trigger.safeParse(one);
			return read.success ? [read.data] : [];
		})
		.slice(0, MOST_TRIGGERS);
}

const NONE: readonly Trigger[] = [];

/** The triggers of the Pi that is connected. */
export function currentTriggers(): readonly Trigger[] {
	return triggerStore.getState().byPi[namesStore.getState().pi] ?? NONE;
}

/** The triggers of the Pi that is connected. */
export function useTriggers(): readonly Trigger[] {
	const pi = useStore(namesStore, (state) => state.pi);
	return useStore(triggerStore, (state) => state.byPi[pi] ?? NONE);
}

/** Calls back when the triggers of the connected Pi are others than before; the answer ends it. */
export function onTriggersChange(listener: (triggers: readonly Trigger[]) => void): () => void {
	let before = currentTriggers();
	const look = (): void => {
		const now = currentTriggers();
		if (now === before) return;
		before = now;
		listener(now);
	};
	const stops = [triggerStore.subscribe(look), namesStore.subscribe(look)];
	return () => {
		for (const stop of stops) stop();
	};
}

/** Replaces the triggers of the connected Pi. */
export function setTriggers(triggers: readonly Trigger[]): void {
	const { pi } = namesStore.getState();
	const sorted = [...triggers].sort((a, b) => a.number - b.number);
	triggerStore.setState(({ byPi }) => ({ byPi: { ...byPi, [pi]: sorted } }));
}
