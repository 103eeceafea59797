import { Menu } from "@mantine/core";
import { EyeOff, Hexagon, ListTree, Pencil, Ungroup } from "lucide-react";
import { type BusFormat, busRadixes } from "./busValue.ts";
import { Choice } from "./Choice.tsx";
import { styleChannel } from "./channelsStore.ts";
import { changeGroup, showAsBus, ungroup } from "./groupsStore.ts";
import { renameRow } from "./headerStore.ts";
import type { BusRow, GroupRow } from "./laneLayout.ts";

const TOPS = [
	{ id: "msb", label: "Highest bit" },
	{ id: "lsb", label: "Lowest bit" },
] as const satisfies readonly { readonly id: BusFormat["top"]; readonly label: string }[];

/** What can be done with a group. */
export function GroupMenuItems({ row }: { readonly row: GroupRow | BusRow }) {
	return (
		<>
			<Menu.Item leftSection={<Pencil size={14} />} onClick={() => renameRow(row.id)}>
				Rename
			</Menu.Item>
			{row.kind === "bus" ? <BusItems row={row} /> : <HeadingItems row={row} />}
			<Menu.Item leftSection={<Ungroup size={14} />} onClick={() => ungroup(row.group)}>
				Ungroup
			</Menu.Item>
			<Menu.Item
				leftSection={<EyeOff size={14} />}
				onClick={() => {
					for (const channel of row.channels) styleChannel(channel, { hidden: true });
					ungroup(row.group);
				}}
			>
				Ungroup and hide
			</Menu.Item>
		</>
	);
}

function HeadingItems({ row }: { readonly row: GroupRow }) {
	return (
		<Menu.Item
			leftSection={<Hexagon size={14} />}
			onClick={() => showAsBus(row.group, { radix: "hex", top: "msb" })}
		>
			Show as bus
		</Menu.Item>
	);
}

function BusItems({ row: { group, bus } }: { readonly row: BusRow }) {
	return (
		<>
			<Menu.Item leftSection={<ListTree size={14} />} onClick={() => showAsBus(group, undefined)}>
				Show as lanes
			</Menu.Item>
			<Menu.Divider />
			<Menu.Label>Values</Menu.Label>
			<Choice
				label="How values are written"
				options={busRadixes}
				value={bus.radix}
				onChoose={(radix) => changeGroup(group, { bus: { ...bus, radix } })}
			/>
			<Menu.Label>Top lane</Menu.Label>
			<Choice
				label="Which bit the top lane is"
				options={TOPS}
				value={bus.top}
				onChoose={(top) => changeGroup(group, { bus: { ...bus, top } })}
			/>
			<Menu.Divider />
		</>
	);
}
