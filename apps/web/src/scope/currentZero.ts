import { formatTime } from "@gpioscope/logic";
import { shownEntry, shownStore } from "../bridge/index.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { scopeStore } from "./scopeStore.ts";
import { timeResolution } from "./spanText.ts";
import { shownHit } from "./trigger/shownHit.ts";
import { clockLabel, type Zero } from "./view/tickLabels.ts";
import { zeroOf } from "./view/zero.ts";

/** Where the ruler and all times on screen count from now. */
export function currentZero(): Zero {
	const { origin, anchor } = shownStore.getState();
	return zeroOf({ ...scopeStore.getState(), hit: shownHit()?.hitTime, origin, anchor });
}

/** A capture time as people read it, counted from the chosen zero, to the step of the capture or what a clock knows. */
export function timeText(time: number, zero: Zero = currentZero()): string {
	if (zero.kind === "clock")
		return clockLabel(zero.wall + (time - zero.time) / 1000, Math.max(1, timeResolution()));
	return formatTime(time - zero.time, { resolution: timeResolution() });
}

/** µs between two samples of the shown capture; undefined while it is not known, as of most files. */
export function samplePeriod(): number | undefined {
	return shownEntry().source.kind === "file" ? undefined : samplePeriodOfTarget();
}

/** µs between two samples of the Pi; undefined while it is not known. */
export function samplePeriodOfTarget(): number | undefined {
	const state = connectionStore.getState().target?.state;
	return state !== undefined && "samplePeriod" in state ? state.samplePeriod : undefined;
}
