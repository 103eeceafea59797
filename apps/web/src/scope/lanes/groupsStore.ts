import type { ChannelBus } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import type { BusFormat } from "./busValue.ts";
import { channelOrder, channelsStore, orderChannels } from "./channelsStore.ts";
import {
	type Arrangement,
	groupChannels,
	groupOf,
	type LaneDrop,
	type LaneGroup,
	type LanePlace,
	moveInto,
	moveStep,
} from "./laneGroups.ts";

interface GroupsState {
	/** By the key of the channels: of a Pi, or of a file. */
	readonly byKey: Readonly<Record<string, readonly LaneGroup[]>>;
}

/** Groups of lanes, kept per Pi and per file in the browser. */
export const groupsStore = createStore<GroupsState>()(
	persist((): GroupsState => ({ byKey: {} }), { name: "gpioscope.groups", version: 1 }),
);
followStorage(groupsStore);

const NONE: readonly LaneGroup[] = [];

/** The groups of the shown capture. */
export function groupsNow(): readonly LaneGroup[] {
	return groupsStore.getState().byKey[channelsStore.getState().key] ?? NONE;
}

/** The group a lane of the shown capture is in. */
export function groupOfLane(channel: number): LaneGroup | undefined {
	return groupOf(groupsNow(), channel);
}

/** Replaces the groups of the shown capture. */
export function setGroups(groups: readonly LaneGroup[]): void {
	const { key } = channelsStore.getState();
	groupsStore.setState(({ byKey }) => ({ byKey: { ...byKey, [key]: groups } }));
}

/** Shows the buses that a file has, as long as nobody has grouped its lanes in another way. */
export function showBusesOf(buses: readonly ChannelBus[]): void {
	if (buses.length === 0 || groupsStore.getState().byKey[channelsStore.getState().key] !== undefined) return;
	setGroups(
		buses.map(({ name, channels }, index) => ({
			id: index + 1,
			name,
			channels,
			collapsed: true,
			// The lanes of a file stand in the order of its channels.
			bus: { radix: "hex", top: "lsb" },
		})),
	);
}

function arrangement(): Arrangement {
	return { order: channelOrder(), groups: groupsNow() };
}

function arrange({ order, groups }: Arrangement): void {
	setGroups(groups);
	orderChannels(order);
}

/** Puts lanes into a group of their own. Its id, or undefined without lanes. */
export function groupLanes(channels: readonly number[]): number | undefined {
	if (channels.length === 0) return undefined;
	const id = 1 + groupsNow().reduce((most, group) => Math.max(most, group.id), 0);
	arrange(groupChannels(arrangement(), channels, { id, name: `Group ${id}` }));
	return id;
}

/** Takes a group apart; its lanes stay where they are. */
export function ungroup(id: number): void {
	setGroups(groupsNow().filter((group) => group.id !== id));
}

/** Takes one lane out of its group and puts it below that. */
export function leaveGroup(channel: number): void {
	const group = groupOfLane(channel);
	if (group === undefined) return;
	// Its last lane steps out of the group when it moves down.
	const last = channelOrder().findLast((one) => group.channels.includes(one) && one !== channel);
	const atEnd =
		last === undefined
			? arrangement()
			: moveInto(
					arrangement(),
					{ kind: "lane", channel },
					{ at: { kind: "lane", channel: last }, side: "below" },
				);
	arrange(moveStep(atEnd, { kind: "lane", channel }, 1, () => true));
}

/** Changes a group; an empty name is not taken. */
export function changeGroup(
	id: number,
	change: Partial<Pick<LaneGroup, "name" | "collapsed" | "bus">>,
): void {
	const { name, ...rest } = change;
	const given = name?.trim();
	const taken = given === undefined || given === "" ? rest : { ...rest, name: given };
	setGroups(groupsNow().map((group) => (group.id === id ? { ...group, ...taken } : group)));
}

/** Shows a group as one number, with its lanes folded, or as a plain heading again. */
export function showAsBus(id: number, bus: BusFormat | undefined): void {
	changeGroup(id, { bus, collapsed: bus !== undefined });
}

/** Moves a lane or a whole group to where it was dropped. */
export function dropLane(moving: LanePlace, drop: LaneDrop): void {
	arrange(moveInto(arrangement(), moving, drop));
}

/** Moves a lane or a whole group one step up or down, among the lanes that are shown. */
export function stepLane(moving: LanePlace, direction: -1 | 1, isShown: (channel: number) => boolean): void {
	arrange(moveStep(arrangement(), moving, direction, isShown));
}

/** Lanes stand in their natural order again: that of the numbers, or of the file. Groups stay. */
export function resetOrder(): void {
	orderChannels([]);
}
