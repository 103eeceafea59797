import { Menu } from "@mantine/core";
import { Crosshair, Flag, Fullscreen, LocateFixed, ZoomIn, ZoomOut } from "lucide-react";
import { fitAll, fitMarked } from "../actions/fitting.ts";
import { viewport } from "../mainViewport.ts";
import { addMarker, type CursorId, scopeStore, setCursor } from "../scopeStore.ts";

/** Where the menu was asked for: page pixels, and the capture time there. */
export interface PlotMenuPlace {
	readonly x: number;
	readonly y: number;
	readonly time: number;
}

interface Props {
	readonly place: PlotMenuPlace | undefined;
	readonly onClose: () => void;
}

const CURSORS: readonly { readonly id: CursorId; readonly label: string }[] = [
	{ id: "gold", label: "Gold here" },
	{ id: "blue", label: "Blue here, pinned" },
	{ id: "green", label: "Green here" },
	{ id: "red", label: "Red here" },
];

/** What can be done at a place in the traces. */
export function PlotMenu({ place, onClose }: Props) {
	if (place === undefined) return null;
	const { time } = place;
	const put = (id: CursorId): void => {
		if (id === "blue") scopeStore.setState({ bluePinned: true });
		setCursor(id, time);
	};
	return (
		<Menu opened onClose={onClose} position="bottom-start" offset={2}>
			<Menu.Target>
				<span style={{ position: "fixed", left: place.x, top: place.y, width: 1, height: 1 }} />
			</Menu.Target>
			<Menu.Dropdown>
				{CURSORS.map(({ id, label }) => (
					<Menu.Item key={id} leftSection={<Crosshair size={14} />} onClick={() => put(id)}>
						{label}
					</Menu.Item>
				))}
				<Menu.Item leftSection={<Flag size={14} />} onClick={() => addMarker(time)}>
					New marker here
				</Menu.Item>
				<Menu.Divider />
				<Menu.Item leftSection={<LocateFixed size={14} />} onClick={() => viewport.showTime(time)}>
					Centre here
				</Menu.Item>
				<Menu.Item leftSection={<ZoomIn size={14} />} onClick={() => viewport.showZoomed(time, 0.25)}>
					Zoom in
				</Menu.Item>
				<Menu.Item leftSection={<ZoomOut size={14} />} onClick={() => viewport.showZoomed(time, 4)}>
					Zoom out
				</Menu.Item>
				<Menu.Item leftSection={<Fullscreen size={14} />} onClick={fitMarked}>
					Fit what is marked
				</Menu.Item>
				<Menu.Item leftSection={<Fullscreen size={14} />} onClick={fitAll}>
					Fit all
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
