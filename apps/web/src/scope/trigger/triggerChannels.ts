import { boardOf, type Trigger } from "@gpioscope/logic";
import { useStore } from "zustand";
import { connectionStore } from "../../stores/connectionStore.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { scopeStore } from "../scopeStore.ts";

const CHANNELS = 32;
/** Of a header of 40 pins, until the board is known. */
const USUAL = Array.from({ length: 28 }, (_, gpio) => gpio);

/** The GPIOs that triggers can look at, ascending: those of the connected board, and those a trigger names already. */
export function useTriggerChannels(trigger: Trigger): readonly number[] {
	const revision = useStore(connectionStore, ({ target }) =>
		target !== undefined && "revision" in target.state ? target.state.revision : undefined,
	);
	const gpios = revision === undefined ? [] : boardOf(revision).gpios.filter((gpio) => gpio < CHANNELS);
	return [...new Set([...(gpios.length === 0 ? USUAL : gpios), ...channelsNamed(trigger)])].sort(
		(a, b) => a - b,
	);
}

function channelsNamed({ stages }: Trigger): number[] {
	return stages.flatMap(({ condition }) =>
		condition.kind === "lines" ? Object.keys(condition.lines).map(Number) : [condition.channel],
	);
}

/** The channel that a person is most likely to mean: that of the selected lane, if it is one of the Pi's. */
export function likelyChannel(): number | undefined {
	return channelsStore.getState().areGpios ? scopeStore.getState().selected[0] : undefined;
}

/** The channel of the first lane, for what needs one. */
export function firstChannel(): number {
	return (channelsStore.getState().areGpios ? laneStore.getState().lanes[0]?.channel : undefined) ?? 0;
}
