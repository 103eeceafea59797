import { type CaptureEntry, capturesStore, LIVE, shownEntry } from "../../bridge/index.ts";
import { namesStore } from "../../stores/namesStore.ts";
import { describeChannels } from "../lanes/channels.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { marksOf } from "../markers/keepMarkers.ts";
import { type Alignment, alignmentsOf, type Landmarks } from "./alignments.ts";
import { compareStore } from "./compareStore.ts";
import { type ChannelPair, pairChannels } from "./pairChannels.ts";

/** The capture that the shown one is compared with, as long as it is open. */
export function otherEntry(): CaptureEntry | undefined {
	const { other } = compareStore.getState();
	return capturesStore.getState().entries.find(({ id }) => id === other);
}

/** The ways in which the two can be laid on each other. */
export function alignmentsNow(): readonly Alignment[] {
	const other = otherEntry();
	return other === undefined ? [] : alignmentsOf(landmarksOf(shownEntry()), landmarksOf(other));
}

/** The chosen way, or the likeliest one where that is not possible. */
export function alignmentNow(): Alignment | undefined {
	const { alignment } = compareStore.getState();
	const ways = alignmentsNow();
	return ways.find(({ id }) => id === alignment) ?? ways[0];
}

function landmarksOf({ id, source, facts }: CaptureEntry): Landmarks {
	const { cursors, named } = marksOf(id);
	return { source, firstTime: facts.firstTime, anchor: facts.anchor, gold: cursors.gold, named };
}

/** Lanes on screen with the channels of the other capture that they are compared with. */
export function pairsNow(): readonly ChannelPair[] {
	const other = otherEntry();
	if (other === undefined) return [];
	const onScreen = new Set(laneStore.getState().lanes.map(({ channel }) => channel));
	const here = channelsStore.getState().channels.filter(({ channel }) => onScreen.has(channel));
	return pairChannels(here, channelsOf(other));
}

function channelsOf({ id, source }: CaptureEntry) {
	const ofPi = channelsStore.getState();
	const gpios = ofPi.areGpios
		? ofPi.channels.map(({ channel }) => channel).sort((a, b) => a - b)
		: Array.from({ length: 28 }, (_, gpio) => gpio);
	return describeChannels(id === LIVE ? { kind: "live" } : source, namesStore.getState(), gpios).channels;
}
