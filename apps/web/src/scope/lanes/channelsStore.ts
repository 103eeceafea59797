import { boardOf } from "@gpioscope/logic";
import { createStore } from "zustand/vanilla";
import { type CaptureEntry, type CaptureSource, capturesStore, shownEntry } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { type LineStyle, namesStore, orderLines, styleLine } from "../../stores/namesStore.ts";
import { type Channel, type Channels, describeChannels, unnamedChannel } from "./channels.ts";

/** GPIOs a capture has channels for: those of the first bank that a header can have. */
const ALL_GPIOS = Array.from({ length: 28 }, (_, gpio) => gpio);
const CHANNELS = 32;

/** Of the board seen last: a lost connection takes no lane away. */
let gpios: readonly number[] = ALL_GPIOS;

function gpiosOfTarget(): readonly number[] {
	const state = connectionStore.getState().target?.state;
	if (state === undefined || !("revision" in state)) return gpios;
	const found = boardOf(state.revision).gpios.filter((gpio) => gpio < CHANNELS);
	return found.length === 0 ? ALL_GPIOS : found;
}

function channelsNow(): Channels {
	gpios = gpiosOfTarget();
	return describeChannels(shownEntry().source, namesStore.getState(), gpios);
}

/** The channels of the capture that the scope shows, with their names and styles. */
export const channelsStore = createStore<Channels>()(channelsNow);

const update = (): void => channelsStore.setState(channelsNow(), true);

namesStore.subscribe(update);
connectionStore.subscribe((state, before) => {
	if (state.target !== before.target) update();
});
let shown: CaptureEntry = shownEntry();
capturesStore.subscribe((state) => {
	const entry = shownEntry(state);
	const isSame = entry.id === shown.id && isSameSource(entry.source, shown.source);
	shown = entry;
	if (!isSame) update();
});

/** The worker sends the source anew with every news of its capture. */
function isSameSource(a: CaptureSource, b: CaptureSource): boolean {
	if (a.kind !== "file" || b.kind !== "file") return a.kind === b.kind;
	return (
		a.name === b.name &&
		a.fingerprint === b.fingerprint &&
		a.channels.length === b.channels.length &&
		a.channels.every(
			({ channel, name }, at) => channel === b.channels[at]?.channel && name === b.channels[at]?.name,
		)
	);
}

/** A channel of the shown capture; of one it does not have, nothing but its place is known. */
export function channelOf(
	channel: number,
	{ channels, areGpios }: Channels = channelsStore.getState(),
): Channel {
	return channels.find((one) => one.channel === channel) ?? unnamedChannel(channel, areGpios);
}

/** The name to show for a channel of the shown capture; never empty. */
export function channelName(channel: number): string {
	return channelOf(channel).name;
}

/** Changes part of the style of a channel of the shown capture; an empty name returns to the given one. */
export function styleChannel(channel: number, change: LineStyle): void {
	styleLine(channelsStore.getState().key, channel, change);
}

/** Sets the order of the lanes of the shown capture. */
export function orderChannels(channels: readonly number[]): void {
	orderLines(channelsStore.getState().key, channels);
}

/** All channels in their order, folded and hidden ones included: what dragging one rearranges. */
export function channelOrder(): readonly number[] {
	return channelsStore.getState().channels.map(({ channel }) => channel);
}
