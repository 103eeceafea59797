import { Button, Checkbox } from "@mantine/core";
import { ChevronDown, ListChecks } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import type { LineHeight } from "../../stores/namesStore.ts";
import { PanelPopover } from "../../widgets/PanelPopover.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { FoldChoiceBox } from "../fold/FoldChoiceBox.tsx";
import { channelsStore, styleChannel } from "../lanes/channelsStore.ts";
import { resetOrder } from "../lanes/groupsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import styles from "./toolbar.module.css";

const HEIGHTS: readonly { readonly value: LineHeight; readonly label: string }[] = [
	{ value: "compact", label: "Compact" },
	{ value: "default", label: "Default" },
	{ value: "tall", label: "Tall" },
];

/** Opens the choice of lanes. */
export function LanesMenu() {
	const [isOpen, setOpen] = useState(false);
	return (
		<PanelPopover
			label="Lanes"
			isOpen={isOpen}
			onClose={() => setOpen(false)}
			position="bottom-end"
			className={styles["lanes"]}
			target={
				<Button
					variant="subtle"
					size="xs"
					leftSection={<ListChecks size={14} />}
					rightSection={<ChevronDown size={12} />}
					onClick={() => setOpen(!isOpen)}
				>
					<span className={styles["word"]}>Lanes</span>
				</Button>
			}
		>
			<LaneChoices />
		</PanelPopover>
	);
}

/** What can be done to all lanes at once: from whether one was hidden to whether it is then. */
const ALL_LANES: readonly { readonly label: string; readonly hides: (isHidden: boolean) => boolean }[] = [
	{ label: "Show all", hides: () => false },
	{ label: "Hide all", hides: () => true },
	{ label: "Invert", hides: (isHidden) => !isHidden },
];

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
			<FoldChoiceBox withThreshold={touch} />
			<fieldset className={styles["all"]} aria-label="All lanes">
				{ALL_LANES.map(({ label, hides }) => (
					<Button
						key={label}
						size={touch ? "lg" : "xs"}
						onClick={() => {
							for (const { channel, style } of channels)
								styleChannel(channel, { hidden: hides(style.hidden === true) });
						}}
					>
						{label}
					</Button>
				))}
			</fieldset>
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
		<Segments
			label="Height of lanes"
			segments={HEIGHTS}
			value={laneHeight}
			size="bar"
			fit
			onPick={(height) => scopeStore.setState({ laneHeight: height })}
		/>
	);
}
