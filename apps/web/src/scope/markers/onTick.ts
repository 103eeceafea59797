import { shownStore } from "../../bridge/index.ts";

/** The whole tick of the shown capture's clock nearest to a capture time (µs): nothing happens between ticks. */
export function onTick(time: number): number {
	const { ticksPerMicro } = shownStore.getState();
	return Math.round(time * ticksPerMicro) / ticksPerMicro;
}
