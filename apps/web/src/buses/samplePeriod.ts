import { defaultSamplePeriod } from "@gpioscope/logic";
import { connectionStore, useConnection } from "../stores/connectionStore.ts";

type Connection = ReturnType<typeof connectionStore.getState>;

function periodOf({ target, statistics }: Connection): number {
	const state = target?.state;
	const told = state?.kind === "live" || state?.kind === "stale" ? state.samplePeriod : undefined;
	return told ?? statistics?.samplePeriod ?? defaultSamplePeriod;
}

/** Microseconds between the daemon's samples; its default while it is not known. */
export function samplePeriod(): number {
	return periodOf(connectionStore.getState());
}

/** The same, kept up to date. */
export function useSamplePeriod(): number {
	return useConnection(periodOf);
}
