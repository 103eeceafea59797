import { Tooltip } from "@mantine/core";
import { EyeOff } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { LevelBox } from "../../widgets/LevelBox.tsx";
import { figuresStore, levelOf } from "../figures/figuresStore.ts";
import { laneFigures, laneSpoken, lastChangeText, purposeText } from "../figures/laneText.ts";
import { scopeStore } from "../scopeStore.ts";
import { besideStore } from "./besideStore.ts";
import { ColorBar } from "./ColorBar.tsx";
import { channelOf, channelsStore, styleChannel } from "./channelsStore.ts";
import { placeData } from "./dragLane.ts";
import { Grip } from "./Grip.tsx";
import { endRenaming, headerStore, renameRow } from "./headerStore.ts";
import { LaneLabel, PhoneLabel } from "./LaneLabel.tsx";
import { LaneTip } from "./LaneTip.tsx";
import type { Lane } from "./laneLayout.ts";
import styles from "./lanes.module.css";
import { MenuButton } from "./MenuButton.tsx";
import { NameField } from "./NameField.tsx";
import { SecondTrace, SideTag, sideSpoken } from "./SecondTrace.tsx";
import { focusList, selectLane } from "./selectLane.ts";

/** From this height of a lane on there is room for a second line, CSS pixels. */
const TWO_LINES = 36;

/** One lane's header: colour, name, use, live figures, level. */
export const LaneHeader = memo(function LaneHeader({
	lane,
	phone,
}: {
	readonly lane: Lane;
	readonly phone: boolean;
}) {
	const { channel, inverted } = lane;
	const facts = useStore(channelsStore, (state) => channelOf(channel, state));
	const { name, place, gpio } = facts;
	const isRenaming = useStore(headerStore, (state) => state.renaming === lane.id);
	const hasMenu = useStore(headerStore, ({ menu }) => menu?.row === lane.id);
	// Tip and tools come with the first pointer: a file brings 32 lanes at once, and what nobody points at would cost most.
	const [isPointed, setPointed] = useState(false);
	const isSelected = useStore(scopeStore, (state) => state.selected.includes(channel));
	const level = useStore(figuresStore, (state) => levelOf(state, channel, inverted));
	const pin = useStore(pinsStore, (state) => (gpio === undefined ? undefined : state.pins[gpio]));
	const revision = useStore(connectionStore, ({ target }) =>
		target !== undefined && "revision" in target.state ? target.state.revision : undefined,
	);
	const figures = useStore(
		figuresStore,
		useShallow((state) => laneFigures(state.lanes[channel], pin)),
	);
	const other = useStore(besideStore, (state) => state.other);
	const rested = useStore(figuresStore, (state) => lastChangeText(state, channel));
	const hasOwnName = name !== place;
	const use = purposeText(pin, revision);
	const second = [hasOwnName ? place : undefined, use].filter((part) => part !== undefined).join(" · ");
	const title = isRenaming ? (
		<NameField
			label={`Name of ${place}`}
			name={hasOwnName ? name : ""}
			placeholder={place}
			onName={(text) => styleChannel(channel, { name: text })}
			onDone={endRenaming}
		/>
	) : (
		name
	);
	const label = (
		<LaneLabel
			name={title}
			use={second}
			figures={figures}
			rested={rested}
			inverted={inverted}
			place={hasOwnName ? place : ""}
			twoLines={lane.height - lane.lower >= TWO_LINES}
		/>
	);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
		<div
			id={lane.id}
			className={styles[phone ? "phoneHeader" : "header"]}
			style={{
				top: lane.top,
				height: lane.height,
				["--lower" as string]: `${lane.lower}px`,
				["--tone" as string]: `var(--c${lane.color})`,
			}}
			role="option"
			tabIndex={-1}
			aria-selected={isSelected}
			aria-label={laneSpoken(name, place, level, figures, inverted) + sideSpoken(other, lane.lower)}
			{...placeData({ kind: "lane", channel })}
			data-grouped={lane.group !== undefined || undefined}
			onClick={(event: MouseEvent<HTMLElement>) => {
				selectLane([channel], event.ctrlKey || event.metaKey);
				focusList(event.currentTarget);
			}}
			onDoubleClick={() => renameRow(lane.id)}
			onPointerEnter={() => setPointed(true)}
		>
			<ColorBar channel={facts} color={lane.color} />
			{!phone && <Grip place={{ kind: "lane", channel }} />}
			<SideTag lower={lane.lower} />
			{phone ? (
				<>
					<PhoneLabel name={title} number={hasOwnName ? String(channel) : ""} />
					<span className={styles["figures"]} data-empty={figures.first === "" || undefined}>
						<span data-attention={figures.attention || undefined}>{figures.first}</span>
						<span>{figures.second}</span>
					</span>
				</>
			) : isPointed ? (
				<Tooltip
					disabled={isRenaming || hasMenu}
					position="bottom-start"
					label={<LaneTip channel={facts} pin={pin} revision={revision} inverted={inverted} />}
				>
					{label}
				</Tooltip>
			) : (
				label
			)}
			{!phone && isPointed && (
				// biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks on the tools from selecting the lane.
				// biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks on the tools from selecting the lane.
				<span
					className={styles["tools"]}
					onClick={(event) => event.stopPropagation()}
					onDoubleClick={(event) => event.stopPropagation()}
				>
					<button
						type="button"
						tabIndex={-1}
						aria-label={`Hide ${name}`}
						title="Hide"
						onClick={() => styleChannel(channel, { hidden: true })}
					>
						<EyeOff size={14} />
					</button>
					<MenuButton row={lane.id} name={name} />
				</span>
			)}
			<LevelBox level={level} />
			<SecondTrace lower={lane.lower} phone={phone} />
		</div>
	);
});
