import type { ServerMessageOf } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";

/** How the connection to the daemon was at a moment. What is missing was not answered. */
export interface HealthSample {
	/** Milliseconds since 1970, by this browser. */
	readonly at: number;
	readonly roundTripMs?: number | undefined;
	readonly probeMs?: number | undefined;
	readonly reportsPerSecond?: number | undefined;
}

/** How far back the graphs reach. */
export const HEALTH_SPAN_MS = 10 * 60 * 1000;

interface HealthState {
	/** About one a second, the oldest first. */
	readonly samples: readonly HealthSample[];
}

/** The last minutes of the connection to the daemon. */
export const healthStore = createStore<HealthState>()(() => ({ samples: [] }));

/**
 * Takes in what the bridge tells about once a second.
 * @param hasDaemon without one its last figures are told still: they are no answers
 */
export function noteHealth(
	{ roundTripMs, probeMs, reportsPerSecond }: ServerMessageOf<"statistics">,
	hasDaemon: boolean,
	at = Date.now(),
): void {
	const sample = hasDaemon ? { at, roundTripMs, probeMs, reportsPerSecond } : { at };
	healthStore.setState(({ samples }) => ({
		samples: [...samples.filter((one) => one.at > at - HEALTH_SPAN_MS), sample],
	}));
}
