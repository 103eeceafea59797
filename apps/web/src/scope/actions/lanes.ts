import { EyeOff } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { styleChannel } from "../lanes/channelsStore.ts";
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

/** Choosing and hiding lanes. */
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
		enabled: () => scopeStore.getState().selected.length > 0,
		run: () => {
			for (const channel of scopeStore.getState().selected) styleChannel(channel, { hidden: true });
			selectLanes([]);
		},
	}),
	defineAction({
		id: "scope.idle",
		label: "Show idle lanes, or only lanes that change",
		shortcuts: ["I"],
		run: () => scopeStore.setState(({ idleOpen }) => ({ idleOpen: !idleOpen })),
	}),
];
