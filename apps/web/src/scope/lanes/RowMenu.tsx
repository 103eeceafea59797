import { Menu } from "@mantine/core";
import { useStore } from "zustand";
import { GroupMenuItems } from "./GroupMenuItems.tsx";
import { closeMenu, headerStore } from "./headerStore.ts";
import { LaneMenuItems } from "./LaneMenuItems.tsx";
import { laneStore } from "./laneStore.ts";

/** Not keys: the one that opens the menu is still on its way then, and it has the focus anyway. */
const CLOSING = ["mousedown", "touchstart"];

/** What can be done with the lane or group whose menu was asked for. @param onClose gives the focus back */
export function RowMenu({ onClose }: { readonly onClose: () => void }) {
	const menu = useStore(headerStore, (state) => state.menu);
	const row = useStore(laneStore, ({ rows }) => rows.find(({ id }) => id === menu?.row));
	if (menu === undefined || row === undefined) return null;
	const items =
		row.kind === "trace" ? (
			<LaneMenuItems lane={row} />
		) : row.kind === "group" || row.kind === "bus" ? (
			<GroupMenuItems row={row} />
		) : undefined;
	if (items === undefined) return null;
	return (
		<Menu
			opened
			onClose={() => {
				closeMenu();
				onClose();
			}}
			position="bottom-start"
			offset={2}
			clickOutsideEvents={CLOSING}
			returnFocus={false}
			withinPortal
		>
			<Menu.Target>
				<span style={{ position: "fixed", left: menu.x, top: menu.y, width: 1, height: 1 }} />
			</Menu.Target>
			<Menu.Dropdown>{items}</Menu.Dropdown>
		</Menu>
	);
}
