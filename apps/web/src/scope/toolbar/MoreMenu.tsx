import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { useStore } from "zustand";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { markAction } from "../actions/cursors.ts";
import { fitAllAction, fitMarkedAction } from "../actions/fitting.ts";
import { tools } from "../actions/tools.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { scopeStore } from "../scopeStore.ts";
import styles from "./toolbar.module.css";

const PLAIN = [markAction, fitAllAction];

/** What has no room on a narrow toolbar. */
export function MoreMenu() {
	const tool = useStore(scopeStore, (state) => state.tool);
	const hasStretch = useStore(scopeStore, () => markedStretch() !== undefined);
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon className={styles["more"] ?? ""} variant="subtle" aria-label="More tools">
					<Ellipsis size={16} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>Tool</Menu.Label>
				<Menu.RadioGroup value={tool} onChange={(id) => tools.find((one) => one.id === id)?.action.run()}>
					{tools.map(({ id, action }) => (
						<Menu.RadioItem
							key={id}
							value={id}
							closeMenuOnClick
							rightSection={<ActionKeys action={action} />}
						>
							{action.label}
						</Menu.RadioItem>
					))}
				</Menu.RadioGroup>
				<Menu.Divider />
				{PLAIN.map((action) => (
					<Menu.Item
						key={action.id}
						leftSection={<action.icon size={14} />}
						rightSection={<ActionKeys action={action} />}
						onClick={() => action.run()}
					>
						{action.label}
					</Menu.Item>
				))}
				<Menu.Item
					leftSection={<fitMarkedAction.icon size={14} />}
					rightSection={<ActionKeys action={fitMarkedAction} />}
					disabled={!hasStretch}
					onClick={() => fitMarkedAction.run()}
				>
					{fitMarkedAction.label}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
