import { createStore } from "zustand/vanilla";

/** How a trigger stands; times are µs of the live capture. */
export interface TriggerStatus {
	readonly number: number;
	/** Waiting for a hit, capturing what was asked for after one, or done until the view is live again. */
	readonly phase: "off" | "armed" | "filling" | "fired";
	/** How often it has happened since it was defined or its count was cleared. */
	readonly count: number;
	readonly lastHit: number | undefined;
}

/** A hit that the scope stands at. */
export interface ShownHit {
	readonly trigger: number;
	/** Which hit of the trigger, from 1. */
	readonly hit: number;
	/** Time of the capture that shows it, µs. */
	readonly hitTime: number;
}

interface StatusState {
	readonly triggers: readonly TriggerStatus[];
	/** The hit that paused the view; gone when the view is live again. */
	readonly pausedBy: ShownHit | undefined;
}

/** What triggers have done; told by the worker, never kept. */
export const statusStore = createStore<StatusState>()(() => ({ triggers: [], pausedBy: undefined }));

/** How often a trigger has happened. */
export function hitsOf({ triggers }: Pick<StatusState, "triggers">, number: number): number {
	return triggers.find((status) => status.number === number)?.count ?? 0;
}
