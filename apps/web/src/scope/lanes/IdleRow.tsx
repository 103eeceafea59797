import { Menu } from "@mantine/core";
import { ChevronRight, Eye } from "lucide-react";
import { useStore } from "zustand";
import { scopeStore } from "../scopeStore.ts";
import { channelsStore, styleChannel } from "./channelsStore.ts";
import styles from "./idleRow.module.css";
import { IDLE_HEIGHT, type LaneLayout } from "./laneLayout.ts";

/** Where the lanes are that one does not see: idle ones unfold here, hidden ones are brought back. */
export function IdleRow({ top, count, hidden }: NonNullable<LaneLayout["idleRow"]>) {
	const isOpen = useStore(scopeStore, (state) => state.idleOpen);
	return (
		<div className={styles["idle"]} style={{ top, height: IDLE_HEIGHT }}>
			{count > 0 && (
				<button
					type="button"
					className={styles["idleButton"]}
					aria-expanded={isOpen}
					onClick={() => scopeStore.setState({ idleOpen: !isOpen })}
				>
					<ChevronRight size={14} />
					Idle ({count})
				</button>
			)}
			{hidden > 0 && <HiddenMenu count={hidden} />}
		</div>
	);
}

function HiddenMenu({ count }: { readonly count: number }) {
	const channels = useStore(channelsStore, (state) => state.channels);
	const hidden = channels.filter(({ style }) => style.hidden === true);
	const show = (channel: number): void => styleChannel(channel, { hidden: false });
	return (
		<Menu withinPortal position="bottom-start">
			<Menu.Target>
				<button type="button" className={styles["hiddenButton"]}>
					Hidden ({count})
				</button>
			</Menu.Target>
			<Menu.Dropdown className={styles["hiddenList"] ?? ""}>
				{hidden.map(({ channel, name }) => (
					<Menu.Item key={channel} leftSection={<Eye size={14} />} onClick={() => show(channel)}>
						{name}
					</Menu.Item>
				))}
				<Menu.Divider />
				<Menu.Item
					onClick={() => {
						for (const { channel } of hidden) show(channel);
					}}
				>
					Show all
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
