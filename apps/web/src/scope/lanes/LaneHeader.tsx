import { Menu } from "@mantine/core";
import { Ellipsis, EyeOff, GripVertical, Pencil } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { LevelBox } from "../../widgets/LevelBox.tsx";
import { figuresStore, levelOf } from "../figures/figuresStore.ts";
import { laneFigures, laneSpoken, purposeText } from "../figures/laneText.ts";
import { scopeStore } from "../scopeStore.ts";
import { channelOf, channelsStore, styleChannel } from "./channelsStore.ts";
import { dragLane } from "./dragLane.ts";
import type { Lane } from "./laneLayout.ts";
import styles from "./lanes.module.css";
import { selectLane } from "./selectLane.ts";

const COLORS = [1, 2, 3, 4, 5, 6, 7, 8];

/** One lane's header: colour, name, use, live figures, level. */
export const LaneHeader = memo(function LaneHeader({
	lane,
	phone,
}: {
	readonly lane: Lane;
	readonly phone: boolean;
}) {
	const { channel } = lane;
	const { name, place, gpio } = useStore(channelsStore, (state) => channelOf(channel, state));
	const [isRenaming, setRenaming] = useState(false);
	const isSelected = useStore(scopeStore, (state) => state.selected.includes(channel));
	const level = useStore(figuresStore, (state) => levelOf(state, channel));
	const pin = useStore(pinsStore, (state) => (gpio === undefined ? undefined : state.pins[gpio]));
	const revision = useStore(connectionStore, ({ target }) =>
		target !== undefined && "revision" in target.state ? target.state.revision : undefined,
	);
	const figures = useStore(
		figuresStore,
		useShallow((state) => laneFigures(state.lanes[channel], pin)),
	);
	const use = purposeText(pin, revision);
	const isTall = lane.height >= 36;
	const hasOwnName = name !== place;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
		<div
			id={`lane-${channel}`}
			className={styles[phone ? "phoneHeader" : "header"]}
			style={{ top: lane.top, height: lane.height, ["--tone" as string]: `var(--c${lane.color})` }}
			role="option"
			tabIndex={-1}
			aria-selected={isSelected}
			aria-label={laneSpoken(name, place, level, figures)}
			data-channel={channel}
			onClick={(event: MouseEvent<HTMLElement>) => {
				selectLane(channel, event.ctrlKey || event.metaKey);
				// The list has the focus, not the lane: Space and arrows go on working the view.
				event.currentTarget.closest<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
			}}
			onDoubleClick={() => setRenaming(true)}
		>
			<span className={styles["bar"]} />
			{!phone && (
				<button
					type="button"
					tabIndex={-1}
					className={styles["grip"]}
					aria-label="Drag to order"
					title="Drag to order (Alt ↑ ↓)"
					onClick={(event) => event.stopPropagation()}
					onPointerDown={(event) => dragLane(event, channel)}
				>
					<GripVertical size={12} />
				</button>
			)}
			<span className={styles["label"]}>
				{isRenaming ? (
					<NameField
						name={hasOwnName ? name : ""}
						channel={channel}
						place={place}
						onDone={() => setRenaming(false)}
					/>
				) : (
					<span className={styles["name"]}>{name}</span>
				)}
				{phone ? (
					hasOwnName && <span className={styles["second"]}>{channel}</span>
				) : isTall ? (
					<span className={styles["second"]}>
						{hasOwnName ? `${place}${use === undefined ? "" : ` · ${use}`}` : (use ?? "")}
					</span>
				) : null}
			</span>
			{!isTall && !phone && hasOwnName && figures.first === "" && (
				<span className={styles["second"]}>{place}</span>
			)}
			<span
				className={styles["figures"]}
				data-empty={figures.first === "" && figures.second === "" ? true : undefined}
				data-attention={figures.attention || undefined}
			>
				<span>{figures.first}</span>
				{(isTall || phone) && <span>{figures.second}</span>}
			</span>
			{!phone && <Tools channel={channel} onRename={() => setRenaming(true)} />}
			<LevelBox level={level} />
		</div>
	);
});

function Tools({ channel, onRename }: { readonly channel: number; readonly onRename: () => void }) {
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks on the tools from selecting the lane.
		// biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks on the tools from selecting the lane.
		<span className={styles["tools"]} onClick={(event) => event.stopPropagation()}>
			<button
				type="button"
				tabIndex={-1}
				aria-label="Hide lane"
				title="Hide lane"
				onClick={() => styleChannel(channel, { hidden: true })}
			>
				<EyeOff size={14} />
			</button>
			<Menu withinPortal>
				<Menu.Target>
					<button type="button" tabIndex={-1} aria-label="Lane menu">
						<Ellipsis size={14} />
					</button>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item leftSection={<Pencil size={14} />} onClick={onRename}>
						Rename
					</Menu.Item>
					<Menu.Item
						leftSection={<EyeOff size={14} />}
						onClick={() => styleChannel(channel, { hidden: true })}
					>
						Hide
					</Menu.Item>
					<Menu.Label>Colour</Menu.Label>
					<div className={styles["swatches"]}>
						{COLORS.map((color) => (
							<button
								key={color}
								type="button"
								aria-label={`Colour ${color}`}
								className={styles["swatch"]}
								style={{ background: `var(--c${color})` }}
								onClick={() => styleChannel(channel, { colour: color })}
							/>
						))}
					</div>
				</Menu.Dropdown>
			</Menu>
		</span>
	);
}

function NameField({
	name,
	channel,
	place,
	onDone,
}: {
	readonly name: string;
	readonly channel: number;
	readonly place: string;
	readonly onDone: () => void;
}) {
	return (
		<input
			className={styles["nameField"]}
			aria-label={`Name of ${place}`}
			defaultValue={name}
			placeholder={place}
			maxLength={40}
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here.
			autoFocus
			onFocus={(event) => event.currentTarget.select()}
			onClick={(event) => event.stopPropagation()}
			onDoubleClick={(event) => event.stopPropagation()}
			onBlur={(event) => {
				if (event.currentTarget.dataset["given"] !== "up")
					styleChannel(channel, { name: event.currentTarget.value });
				onDone();
			}}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") event.currentTarget.dataset["given"] = "up";
				if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
			}}
		/>
	);
}
