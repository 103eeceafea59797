import { Button, Checkbox, Popover, Tooltip } from "@mantine/core";
import { ChevronDown, Flag, ListChecks, Minus, MousePointer2, Plus, Ruler, ZoomIn } from "lucide-react";
import { useStore } from "zustand";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { shownStore } from "../../bridge/index.ts";
import type { LineHeight } from "../../stores/namesStore.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Kbd } from "../../widgets/Kbd.tsx";
import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import { markAction } from "../actions/cursors.ts";
import { fitAll, fitMarked } from "../actions/fitting.ts";
import { pixelOfHere } from "../actions/here.ts";
import { FileButtons } from "../files/FileButtons.tsx";
import { FindField } from "../find/FindField.tsx";
import { channelsStore, styleChannel } from "../lanes/channelsStore.ts";
import { resetOrder } from "../lanes/groupsStore.ts";
import { viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { type ScopeTool, scopeStore } from "../scopeStore.ts";
import { neighbourStep } from "../view/ticks.ts";
import { DivisionField } from "./DivisionField.tsx";
import { GoToField } from "./GoToField.tsx";
import styles from "./toolbar.module.css";
import { ZeroMenu } from "./ZeroMenu.tsx";

const TOOLS: readonly { id: ScopeTool; label: string; key: string; icon: typeof Ruler }[] = [
	{ id: "select", label: "Select: click sets gold, drag pans", key: "V", icon: MousePointer2 },
	{ id: "measure", label: "Measure a range", key: "Shift drag", icon: Ruler },
	{ id: "zoom", label: "Zoom into a box", key: "Z", icon: ZoomIn },
];

/** Tools, zoom, places in time, markers and lanes. */
export function ScopeToolbar() {
	const tool = useStore(scopeStore, (state) => state.tool);
	const hasStretch = useStore(scopeStore, () => markedStretch() !== undefined);
	const isRange = useStore(
		scopeStore,
		({ cursors: { green, red } }) => green !== undefined && red !== undefined && green !== red,
	);
	return (
		<div className={styles["bar"]}>
			<div className={styles["segment"]} role="radiogroup" aria-label="Tool" {...radioGroupKeys}>
				{TOOLS.map(({ id, label, key, icon: Icon }) => (
					<Tooltip
						key={id}
						label={
							<>
								{label} <Kbd keys={key} />
							</>
						}
					>
						{/* biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars. */}
						<button
							type="button"
							role="radio"
							aria-checked={tool === id}
							aria-label={label}
							onClick={() => scopeStore.setState({ tool: id })}
						>
							<Icon size={14} />
						</button>
					</Tooltip>
				))}
			</div>
			<span className={styles["separator"]} />
			<IconButton
				icon={Minus}
				label="Zoom in: less time a division"
				shortcut="↓"
				size="xs"
				onClick={() => stepDivision(-1)}
			/>
			<DivisionField />
			<IconButton
				icon={Plus}
				label="Zoom out: more time a division"
				shortcut="↑"
				size="xs"
				onClick={() => stepDivision(1)}
			/>
			<Button variant="subtle" size="xs" onClick={fitAll}>
				Fit all
			</Button>
			<Button
				variant="subtle"
				size="xs"
				className={styles["fitMarked"] ?? ""}
				disabled={!hasStretch}
				onClick={fitMarked}
			>
				Fit {isRange ? "1–2" : "G–B"}
			</Button>
			<span className={styles["separator"]} />
			<GoToField />
			<ZeroMenu />
			<span className={styles["separator"]} />
			<FindField />
			<span className={styles["space"]} />
			<Tooltip
				label={
					<>
						Put a marker at blue <ActionKeys action={markAction} />
					</>
				}
			>
				<Button variant="subtle" size="xs" leftSection={<Flag size={14} />} onClick={() => markAction.run()}>
					Mark
				</Button>
			</Tooltip>
			<LanesMenu />
			<FileButtons />
		</div>
	);
}

function stepDivision(direction: 1 | -1): void {
	const tick = 1 / shownStore.getState().ticksPerMicro;
	viewport.setDivision(neighbourStep(scopeStore.getState().division, direction, tick), pixelOfHere());
}

const HEIGHTS: readonly { readonly id: LineHeight; readonly label: string }[] = [
	{ id: "compact", label: "Compact" },
	{ id: "default", label: "Default" },
	{ id: "tall", label: "Tall" },
];

function LanesMenu() {
	return (
		<Popover position="bottom-end" withinPortal>
			<Popover.Target>
				<Button
					variant="subtle"
					size="xs"
					leftSection={<ListChecks size={14} />}
					rightSection={<ChevronDown size={12} />}
				>
					Lanes
				</Button>
			</Popover.Target>
			<Popover.Dropdown className={styles["lanes"] ?? ""}>
				<LaneChoices />
			</Popover.Dropdown>
		</Popover>
	);
}

/** Which lanes are shown and how high they are. */
export function LaneChoices({ touch = false }: { readonly touch?: boolean }) {
	const channels = useStore(channelsStore, (state) => state.channels);
	const isIdleOpen = useStore(scopeStore, (state) => state.idleOpen);
	return (
		<>
			{!touch && <HeightChoice />}
			<Checkbox
				size="xs"
				label="Show idle lanes"
				checked={isIdleOpen}
				onChange={(event) => scopeStore.setState({ idleOpen: event.currentTarget.checked })}
			/>
			<div className={styles["laneGrid"]} data-touch={touch || undefined}>
				{channels.map(({ channel, name, style }) => (
					<Checkbox
						key={channel}
						size="xs"
						label={name}
						checked={style.hidden !== true}
						onChange={(event) => styleChannel(channel, { hidden: !event.currentTarget.checked })}
					/>
				))}
			</div>
			<Button variant="default" size="xs" onClick={resetOrder}>
				Reset order
			</Button>
		</>
	);
}

function HeightChoice() {
	const laneHeight = useStore(scopeStore, (state) => state.laneHeight);
	return (
		<div className={styles["segment"]} role="radiogroup" aria-label="Height of lanes" {...radioGroupKeys}>
			{HEIGHTS.map(({ id, label }) => (
				// biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars.
				<button
					key={id}
					type="button"
					role="radio"
					aria-checked={laneHeight === id}
					onClick={() => scopeStore.setState({ laneHeight: id })}
				>
					{label}
				</button>
			))}
		</div>
	);
}
