import { ArrowDown01, Eye, EyeOff, FlipVertical2, Group, Hexagon, Ungroup } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { channelOf, channelsStore, styleChannel } from "../lanes/channelsStore.ts";
import { groupLanes, groupOfLane, resetOrder, showAsBus, ungroup } from "../lanes/groupsStore.ts";
import type { LaneGroup } from "../lanes/laneGroups.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { selectLanes } from "../lanes/selectLane.ts";
import { scopeStore } from "../scopeStore.ts";

function selectNeighbour(direction: 1 | -1): void {
	const { lanes } = laneStore.getState();
	const { selected } = scopeStore.getState();
	const index = lanes.findIndex((lane) => lane.channel === selected[0]);
	const next = lanes[Math.min(lanes.length - 1, Math.max(0, index + direction))];
	if (next !== undefined) selectLanes([next.channel]);
}

function hasSelection(): boolean {
	return scopeStore.getState().selected.length > 0;
}

function groupOfSelection(): LaneGroup | undefined {
	const channel = scopeStore.getState().selected[0];
	return channel === undefined ? undefined : groupOfLane(channel);
}

function hiddenChannels(): readonly number[] {
	return channelsStore
		.getState()
		.channels.flatMap(({ channel, style }) => (style.hidden === true ? [channel] : []));
}

/** Choosing, hiding, grouping and ordering lanes. */
export const laneActions = [
	defineAction({
		id: "scope.nextLane",
		label: "Next lane",
		shortcuts: ["J"],
		run: () => selectNeighbour(1),
	}),
	defineAction({
		id: "scope.previousLane",
		label: "Previous lane",
		shortcuts: ["K"],
		run: () => selectNeighbour(-1),
	}),
	defineAction({
		id: "scope.hideLane",
		label: "Hide the selected lanes",
		icon: EyeOff,
		shortcuts: ["H"],
		enabled: hasSelection,
		run: () => {
			for (const channel of scopeStore.getState().selected) styleChannel(channel, { hidden: true });
			selectLanes([]);
		},
	}),
	defineAction({
		id: "scope.groupLanes",
		label: "Group the selected lanes",
		icon: Group,
		shortcuts: ["shift+G"],
		enabled: hasSelection,
		run: () => {
			groupLanes(scopeStore.getState().selected);
		},
	}),
	defineAction({
		id: "scope.ungroupLanes",
		label: "Take the group of the selected lane apart",
		icon: Ungroup,
		enabled: () => groupOfSelection() !== undefined,
		run: () => {
			const group = groupOfSelection();
			if (group !== undefined) ungroup(group.id);
		},
	}),
	defineAction({
		id: "scope.showAsBus",
		label: "Show the group of the selected lane as a bus, or as lanes again",
		icon: Hexagon,
		enabled: () => groupOfSelection() !== undefined,
		run: () => {
			const group = groupOfSelection();
			if (group !== undefined)
				showAsBus(group.id, group.bus === undefined ? { radix: "hex", top: "msb" } : undefined);
		},
	}),
	defineAction({
		id: "scope.invertLane",
		label: "Invert the selected lanes",
		icon: FlipVertical2,
		enabled: hasSelection,
		run: () => {
			const channels = scopeStore.getState().selected;
			const inverted = channels.some((channel) => channelOf(channel).style.inverted !== true);
			for (const channel of channels) styleChannel(channel, { inverted });
		},
	}),
	defineAction({
		id: "scope.showHidden",
		label: "Show all hidden lanes",
		icon: Eye,
		enabled: () => hiddenChannels().length > 0,
		run: () => {
			for (const channel of hiddenChannels()) styleChannel(channel, { hidden: false });
		},
	}),
	defineAction({
		id: "scope.resetOrder",
		label: "Reset the order of lanes",
		icon: ArrowDown01,
		run: resetOrder,
	}),
	defineAction({
		id: "scope.idle",
		label: "Show idle lanes, or only lanes that change",
		shortcuts: ["I"],
		run: () => scopeStore.setState(({ idleOpen }) => ({ idleOpen: !idleOpen })),
	}),
];
