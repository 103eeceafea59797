import { createStore } from "zustand/vanilla";
import { shownStore } from "../../bridge/index.ts";
import { dealtColours } from "../../stores/dealtColours.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { pageSize } from "../../theme/pageSize.ts";
import { isPhone } from "../../theme/phone.ts";
import { scopeStore } from "../scopeStore.ts";
import { besideStore } from "./besideStore.ts";
import { channelsStore } from "./channelsStore.ts";
import { derivedStore, derivedTracks } from "./derivedStore.ts";
import { groupsNow, groupsStore } from "./groupsStore.ts";
import { LaneActivity } from "./LaneActivity.ts";
import { LaneColors } from "./laneColors.ts";
import { itemsOf } from "./laneGroups.ts";
import { type LaneLayout, laneSizes, layOutLanes } from "./laneLayout.ts";

interface LaneState extends LaneLayout {
	/** Counts up when lanes come, go or move, for those who draw. */
	readonly revision: number;
}

/** The lanes as they lie now. */
export const laneStore = createStore<LaneState>()(() => ({
	rows: [],
	lanes: [],
	idleRow: undefined,
	height: 0,
	revision: 0,
}));

const activity = new LaneActivity(layOut);
const colors = new Map<string, LaneColors>();

/** For so long after the first data the lanes of a Pi are still being found, ms. */
const SETTLING_MS = 2500;
let settledAt: number | undefined;

/** Colours are dealt anew until the lanes are known, so that they follow their order. */
function areColorsSettled(): boolean {
	if (!channelsStore.getState().areGpios) return activity.isWhole;
	if (activity.shown.size > 0) settledAt ??= performance.now() + SETTLING_MS;
	return settledAt !== undefined && performance.now() >= settledAt;
}

function colorsOf(key: string): LaneColors {
	const known = colors.get(key) ?? new LaneColors();
	colors.set(key, known);
	return known;
}

function layOut(): void {
	const { key, channels, areGpios } = channelsStore.getState();
	const dealt = colorsOf(key);
	if (!areColorsSettled()) dealt.forget();
	const styles = new Map(channels.map(({ channel, style }) => [channel, style]));
	const { idleOpen, laneHeight } = scopeStore.getState();
	const { paired, unfolded } = besideStore.getState();
	const phone = isPhone();
	const layout = layOutLanes({
		items: itemsOf({ order: channels.map(({ channel }) => channel), groups: groupsNow() }),
		active: unfolded.size === 0 ? activity.shown : new Set([...activity.shown, ...unfolded]),
		isHidden: (channel) => styles.get(channel)?.hidden === true,
		isInverted: (channel) => styles.get(channel)?.inverted === true,
		colorOf: (channel) => styles.get(channel)?.colour ?? dealt.colorOf(channel),
		sizeOf: (channel) => laneSizes[phone ? "phone" : (styles.get(channel)?.height ?? laneHeight)],
		derived: derivedTracks(key),
		hasEvents: shownStore.getState().events > 0,
		isPaired: (channel) => paired.has(channel),
		idleOpen,
		phone,
	});
	if (areGpios)
		dealtColours.setState({
			byGpio: Object.fromEntries(layout.lanes.map(({ channel, color }) => [channel, color])),
		});
	laneStore.setState(({ revision }) => ({ ...layout, revision: revision + 1 }));
}

/** Unfolds the lanes that show activity, and keeps the layout in step with names, board and choices. */
export function startLanes(): () => void {
	layOut();
	const note = (): void => activity.note();
	note();
	const stops = [
		shownStore.subscribe(note),
		pinsStore.subscribe(note),
		channelsStore.subscribe(layOut),
		groupsStore.subscribe(layOut),
		derivedStore.subscribe(layOut),
		besideStore.subscribe(layOut),
		shownStore.subscribe((state, before) => {
			if (state.events > 0 !== before.events > 0) layOut();
		}),
		pageSize.subscribe((size, before) => {
			if (isPhone(size) !== isPhone(before)) layOut();
		}),
		scopeStore.subscribe((state, before) => {
			if (state.idleOpen !== before.idleOpen || state.laneHeight !== before.laneHeight) layOut();
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}
