import { createStore } from "zustand/vanilla";

/** One event that pigpiod reported. */
export interface DaemonEvent {
	/** Counts up with every event of the capture. */
	readonly rank: number;
	/** Microseconds of the live capture. */
	readonly time: number;
	/** 0 to 31. */
	readonly event: number;
}

/** How often one of the 32 events came, and when last (microseconds of the live capture). */
interface EventTally {
	readonly count: number;
	readonly last: number;
}

export interface EventsState {
	/** The newest, newest first. */
	readonly came: readonly DaemonEvent[];
	/** By number of the event; none that never came. */
	readonly tallies: Readonly<Record<number, EventTally>>;
}

/** Events of the daemon since the live capture began, except the bridge's own probe; kept up to date while watched. */
export const eventsStore = createStore<EventsState>()(() => ({ came: [], tallies: {} }));
