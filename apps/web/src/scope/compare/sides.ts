import { type CaptureEntry, capturesStore, LIVE, shownEntry } from "../../bridge/index.ts";
import { namesStore } from "../../stores/namesStore.ts";
import { describeChannels } from "../lanes/channels.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { marksOf } from "../markers/keepMarkers.ts";
import { type Alignment, alignmentsOf, type Landmarks } from "./alignments.ts";
import { compareStore } from "./compareStore.ts";
import { type Pairing, pairChannels } from "./pairChannels.ts";

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

/** Which channels of the two are the same line, and those on screen here, and all there, that have no counterpart. */
export function pairingNow(): Pairing {
	const other = otherEntry();
	if (other === undefined) return { pairs: [], onlyFirst: [], onlySecond: [] };
	const onScreen = new Set(laneStore.getState().lanes.map(({ channel }) => channel));
	const here = channelsStore.getState().channels;
	const { pairs, onlyFirst, onlySecond } = pairChannels(here, channelsOf(other), (channel) =>
		onScreen.has(channel),
	);
	const hidden = new Set(here.flatMap(({ channel, style }) => (style.hidden === true ? [channel] : [])));
	return {
		pairs: pairs.filter(({ first }) => !hidden.has(first)),
		onlyFirst: onlyFirst.filter(({ channel }) => onScreen.has(channel)),
		onlySecond,
	};
}

function channelsOf({ id, source }: CaptureEntry) {
	const ofPi = channelsStore.getState();
	const gpios = ofPi.areGpios
		? ofPi.channels.map(({ channel }) => channel).sort((a, b) => a - b)
		: Array.from({ length: 28 }, (_, gpio) => gpio);
	return describeChannels(id === LIVE ? { kind: "live" } : source, namesStore.getState(), gpios).channels;
}
