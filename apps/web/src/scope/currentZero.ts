import { formatTime } from "@gpioscope/logic";
import { shownStore } from "../bridge/index.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { scopeStore } from "./scopeStore.ts";
import { shownHit } from "./trigger/shownHit.ts";
import { clockLabel, type Zero } from "./view/tickLabels.ts";
import { zeroOf } from "./view/zero.ts";

/** Where the ruler and all times on screen count from now. */
export function currentZero(): Zero {
	const { origin, anchor } = shownStore.getState();
	return zeroOf({ ...scopeStore.getState(), hit: shownHit()?.hitTime, origin, anchor });
}

/** A capture time as people read it, counted from the chosen zero, to the microsecond. */
export function timeText(time: number, zero: Zero = currentZero()): string {
	if (zero.kind === "clock") return clockLabel(zero.wall + (time - zero.time) / 1000, 1);
	return formatTime(time - zero.time);
}

/** µs between two samples of the target; undefined while it is not known. */
export function samplePeriod(): number | undefined {
	const state = connectionStore.getState().target?.state;
	return state !== undefined && "samplePeriod" in state ? state.samplePeriod : undefined;
}
