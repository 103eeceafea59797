import { Menu } from "@mantine/core";
import {
	Crosshair,
	Flag,
	FoldHorizontal,
	LocateFixed,
	UnfoldHorizontal,
	ZoomIn,
	ZoomOut,
} from "lucide-react";
import type { ReactNode } from "react";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { goldAction, greenAction, markAction, pinAction, redAction } from "../actions/cursors.ts";
import { fitAllAction, fitMarkedAction } from "../actions/fitting.ts";
import { zoomIn, zoomOut } from "../actions/moving.ts";
import { timeText } from "../currentZero.ts";
import { foldAction, openIdleAction } from "../fold/foldActions.ts";
import { breakAtTime, closeIdle, openBreak, openedAt } from "../fold/foldNow.ts";
import { foldChoice } from "../fold/foldStore.ts";
import { channelName } from "../lanes/channelsStore.ts";
import { viewport } from "../mainViewport.ts";
import { addMarker, type CursorId, scopeStore, setCursor } from "../scopeStore.ts";
import styles from "./timeline.module.css";

/** Where the menu was asked for: page pixels, the capture time there, and the lane if it was on one. */
export interface PlotMenuPlace {
	readonly x: number;
	readonly y: number;
	readonly time: number;
	readonly channel: number | undefined;
}

interface Props {
	readonly place: PlotMenuPlace | undefined;
	readonly onClose: () => void;
}

const CURSORS = [
	{ id: "gold", label: "Gold here", action: goldAction },
	{ id: "blue", label: "Blue here, pinned", action: pinAction },
	{ id: "green", label: "Green here", action: greenAction },
	{ id: "red", label: "Red here", action: redAction },
] as const satisfies readonly { readonly id: CursorId; readonly label: string; readonly action: object }[];

/** What can be done at a place in the traces; the keys beside it do the same at blue. */
export function PlotMenu({ place, onClose }: Props) {
	if (place === undefined) return null;
	const { time, channel } = place;
	const idle = breakAtTime(time);
	const opened = openedAt(time);
	const put = (id: CursorId): void => {
		if (id === "blue") scopeStore.setState({ bluePinned: true });
		setCursor(id, time);
	};
	return (
		<Menu opened onClose={onClose} position="bottom-start" offset={2} returnFocus={false}>
			<Menu.Target>
				<button
					type="button"
					tabIndex={-1}
					aria-label="Here"
					style={{ position: "fixed", left: place.x, top: place.y, width: 1, height: 1 }}
				/>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>
					{timeText(time)}
					{channel !== undefined && ` on ${channelName(channel)}`}
				</Menu.Label>
				{CURSORS.map(({ id, label, action }) => (
					<Item
						key={id}
						icon={<Crosshair size={14} className={styles["menuCursor"]} data-cursor={id} />}
						action={action}
						onClick={() => put(id)}
					>
						{label}
					</Item>
				))}
				<Item icon={<Flag size={14} />} action={markAction} onClick={() => addMarker(time)}>
					New marker here
				</Item>
				<Menu.Divider />
				<Item icon={<FoldHorizontal size={14} />} action={foldAction} onClick={() => foldAction.run()}>
					{foldChoice()?.isOn === true ? "Show all time" : "Collapse idle time"}
				</Item>
				{idle !== undefined && (
					<Item icon={<UnfoldHorizontal size={14} />} action={openIdleAction} onClick={() => openBreak(idle)}>
						Open this idle stretch
					</Item>
				)}
				{opened !== undefined && (
					<Item icon={<FoldHorizontal size={14} />} action={openIdleAction} onClick={() => closeIdle(opened)}>
						Collapse this idle stretch
					</Item>
				)}
				<Menu.Divider />
				<Menu.Item leftSection={<LocateFixed size={14} />} onClick={() => viewport.showTime(time)}>
					Centre here
				</Menu.Item>
				<Item icon={<ZoomIn size={14} />} action={zoomIn} onClick={() => viewport.showZoomed(time, 0.25)}>
					Zoom in
				</Item>
				<Item icon={<ZoomOut size={14} />} action={zoomOut} onClick={() => viewport.showZoomed(time, 4)}>
					Zoom out
				</Item>
				<Item
					icon={<fitMarkedAction.icon size={14} />}
					action={fitMarkedAction}
					onClick={() => fitMarkedAction.run()}
				>
					Fit what is marked
				</Item>
				<Item icon={<fitAllAction.icon size={14} />} action={fitAllAction} onClick={() => fitAllAction.run()}>
					Fit all
				</Item>
			</Menu.Dropdown>
		</Menu>
	);
}

interface ItemProps {
	readonly icon: ReactNode;
	readonly action: Parameters<typeof ActionKeys>[0]["action"];
	readonly onClick: () => void;
	readonly children: string;
}

function Item({ icon, action, onClick, children }: ItemProps) {
	return (
		<Menu.Item leftSection={icon} rightSection={<ActionKeys action={action} />} onClick={onClick}>
			{children}
		</Menu.Item>
	);
}
