import { Menu } from "@mantine/core";
import { ArrowDownUp, Check, Ellipsis, EyeOff, Hexagon, ListTree, Pencil, Ungroup } from "lucide-react";
import { busRadixes } from "./busValue.ts";
import { styleChannel } from "./channelsStore.ts";
import { changeGroup, showAsBus, ungroup } from "./groupsStore.ts";
import type { BusRow, GroupRow } from "./laneLayout.ts";

interface Props {
	readonly row: GroupRow | BusRow;
	readonly onRename: () => void;
}

/** What can be done with a group. */
export function GroupMenu({ row, onRename }: Props) {
	return (
		<Menu withinPortal position="bottom-start">
			<Menu.Target>
				<button type="button" tabIndex={-1} aria-label={`Menu of ${row.name}`}>
					<Ellipsis size={14} />
				</button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<Pencil size={14} />} onClick={onRename}>
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
			</Menu.Dropdown>
		</Menu>
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
			<Menu.Item
				leftSection={<ArrowDownUp size={14} />}
				onClick={() => changeGroup(group, { bus: { ...bus, top: bus.top === "msb" ? "lsb" : "msb" } })}
			>
				{bus.top === "msb" ? "Top lane is the highest bit" : "Top lane is the lowest bit"}
			</Menu.Item>
			<Menu.Divider />
			<Menu.Label>Values</Menu.Label>
			{busRadixes.map(({ id, label }) => (
				<Menu.Item
					key={id}
					role="menuitemradio"
					aria-checked={bus.radix === id}
					leftSection={<Check size={14} visibility={bus.radix === id ? "visible" : "hidden"} />}
					onClick={() => changeGroup(group, { bus: { ...bus, radix: id } })}
				>
					{label}
				</Menu.Item>
			))}
			<Menu.Divider />
		</>
	);
}
