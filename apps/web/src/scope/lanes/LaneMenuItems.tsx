import { Menu } from "@mantine/core";
import {
	ArrowDown01,
	EyeOff,
	FlipVertical2,
	Group as GroupIcon,
	Pencil,
	RotateCcw,
	Ungroup,
} from "lucide-react";
import { useStore } from "zustand";
import type { LineHeight } from "../../stores/namesStore.ts";
import { DerivedMenuItems } from "../derived/DerivedMenuItems.tsx";
import { scopeStore } from "../scopeStore.ts";
import { Choice } from "./Choice.tsx";
import { channelOf, channelsStore, styleChannel } from "./channelsStore.ts";
import { groupLanes, groupOfLane, leaveGroup, resetOrder } from "./groupsStore.ts";
import { renameRow } from "./headerStore.ts";
import type { Lane } from "./laneLayout.ts";
import { besideInMenu } from "./menuChoice.ts";
import { Swatches } from "./Swatches.tsx";

const HEIGHTS = [
	{ id: "compact", label: "Compact" },
	{ id: "default", label: "Default" },
	{ id: "tall", label: "Tall" },
] as const satisfies readonly { readonly id: LineHeight; readonly label: string }[];

/** What can be done with one lane. */
export function LaneMenuItems({ lane: { id, channel, color } }: { readonly lane: Lane }) {
	const style = useStore(channelsStore, (state) => channelOf(channel, state).style);
	const selected = useStore(scopeStore, (state) => state.selected);
	const together = selected.includes(channel) ? selected : [channel];
	const height = style.height;
	return (
		<>
			<Menu.Item leftSection={<Pencil size={14} />} onClick={() => renameRow(id)}>
				Rename
			</Menu.Item>
			<Menu.Item
				leftSection={<FlipVertical2 size={14} />}
				onClick={() => styleChannel(channel, { inverted: style.inverted !== true })}
			>
				{style.inverted === true ? "No longer invert" : "Invert"}
			</Menu.Item>
			<Menu.Item leftSection={<GroupIcon size={14} />} onClick={() => groupLanes(together)}>
				{together.length > 1 ? `Group ${together.length} lanes` : "Group"}
			</Menu.Item>
			{groupOfLane(channel) !== undefined && (
				<Menu.Item leftSection={<Ungroup size={14} />} onClick={() => leaveGroup(channel)}>
					Out of its group
				</Menu.Item>
			)}
			<Menu.Item
				leftSection={<EyeOff size={14} />}
				onClick={() => {
					for (const one of together) styleChannel(one, { hidden: true });
				}}
			>
				{together.length > 1 ? `Hide ${together.length} lanes` : "Hide"}
			</Menu.Item>
			<Menu.Item leftSection={<ArrowDown01 size={14} />} onClick={resetOrder}>
				Reset order of lanes
			</Menu.Item>
			<Menu.Divider />
			<DerivedMenuItems channel={channel} />
			<Menu.Label>Height</Menu.Label>
			<Choice
				label="Height of this lane"
				options={HEIGHTS}
				value={height}
				onChoose={(id) => styleChannel(channel, { height: id })}
			>
				<button
					type="button"
					role="menuitem"
					{...besideInMenu}
					aria-label="As all lanes"
					title="As all lanes"
					disabled={height === undefined}
					onClick={() => styleChannel(channel, { height: undefined })}
				>
					<RotateCcw size={12} />
				</button>
			</Choice>
			<Menu.Label>Colour</Menu.Label>
			<Swatches color={color} onPick={(colour) => styleChannel(channel, { colour })} />
		</>
	);
}
