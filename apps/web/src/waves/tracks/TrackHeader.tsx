import {
	changeGpio,
	invertTrack,
	moveTrack,
	removeTrack,
	setRestLevel,
	type WaveTrack,
	withTrack,
} from "@gpioscope/logic";
import { ActionIcon, Menu, TextInput, Tooltip } from "@mantine/core";
import { ArrowDown, ArrowUp, Ellipsis, FlipVertical2, Pencil, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { gpioName, namesStore } from "../../stores/namesStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { change } from "../model/editing.ts";
import { useEditor } from "../model/editorStore.ts";
import { TrackChip } from "../verify/TrackChip.tsx";
import { TrackLevel } from "./TrackLevel.tsx";
import { colourOf } from "./trackColours.ts";
import styles from "./WaveTracks.module.css";

interface Props {
	readonly track: WaveTrack;
	readonly place: number;
	readonly count: number;
	/** GPIOs it can be changed to. */
	readonly freeGpios: readonly number[];
}

/** Name, GPIO and level of one track. */
export function TrackHeader({ track, place, count, freeGpios }: Props) {
	const [isRenaming, setRenaming] = useState(false);
	const name = useStore(namesStore, (state) => track.name ?? gpioName(state, track.gpio));
	const colour = useStore(namesStore, () => colourOf(track, place));
	const pin = usePin(track.gpio);
	const mode = useEditor((state) => state.mode);
	const { gpio } = track;
	const rename = (text: string): void => {
		setRenaming(false);
		const trimmed = text.trim();
		if (trimmed === name) return;
		change((document) =>
			withTrack(document, gpio, ({ name: _, ...rest }) =>
				trimmed === "" ? rest : { ...rest, name: trimmed },
			),
		);
	};
	return (
		<li className={styles["header"]} style={{ ["--trace" as string]: `var(--c${colour})` }} data-gpio={gpio}>
			<span className={styles["bar"]} />
			<div className={styles["names"]}>
				{isRenaming ? (
					<TextInput
						aria-label={`Name of the track of GPIO ${gpio}`}
						defaultValue={name}
						autoFocus
						onBlur={(event) => rename(event.currentTarget.value)}
						onKeyDown={(event) => {
							if (event.key === "Enter") rename(event.currentTarget.value);
							if (event.key === "Escape") setRenaming(false);
							event.stopPropagation();
						}}
					/>
				) : (
					// biome-ignore lint/a11y/noStaticElementInteractions: the menu beside it does the same by key.
					<div className={styles["name"]} title={name} onDoubleClick={() => setRenaming(true)}>
						{name}
					</div>
				)}
				<div className={styles["second"]}>
					GPIO {gpio}
					{track.initial === 1 && " · rests high"}
				</div>
			</div>
			{mode === "edit" && (
				<TrackMenu {...{ track, place, count, freeGpios }} onRename={() => setRenaming(true)} />
			)}
			{pin !== undefined && pin.mode !== 1 && (
				<Tooltip label={`GPIO ${gpio} is no output: the wave would not show on it.`}>
					<TriangleAlert size={14} className={styles["warning"] ?? ""} aria-label="Not an output" />
				</Tooltip>
			)}
			{mode === "verify" ? <TrackChip gpio={gpio} /> : <TrackLevel gpio={gpio} />}
		</li>
	);
}

function TrackMenu({ track, place, count, freeGpios, onRename }: Props & { readonly onRename: () => void }) {
	const { gpio } = track;
	return (
		<Menu>
			<Menu.Target>
				<ActionIcon size="xs" className={styles["more"] ?? ""} aria-label={`Track of GPIO ${gpio}`}>
					<Ellipsis size={14} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<Pencil size={14} />} onClick={onRename}>
					Rename
				</Menu.Item>
				<Menu.Item
					leftSection={<FlipVertical2 size={14} />}
					onClick={() => change((d) => invertTrack(d, gpio))}
				>
					Invert
				</Menu.Item>
				<Menu.Item onClick={() => change((d) => setRestLevel(d, gpio, track.initial === 0 ? 1 : 0))}>
					Rest {track.initial === 0 ? "high" : "low"} between pulses
				</Menu.Item>
				<Menu.Divider />
				<Menu.Item
					leftSection={<ArrowUp size={14} />}
					disabled={place === 0}
					onClick={() => change((d) => moveTrack(d, gpio, place - 1))}
				>
					Move up
				</Menu.Item>
				<Menu.Item
					leftSection={<ArrowDown size={14} />}
					disabled={place === count - 1}
					onClick={() => change((d) => moveTrack(d, gpio, place + 1))}
				>
					Move down
				</Menu.Item>
				<Menu.Sub>
					<Menu.Sub.Target>
						<Menu.Sub.Item>Other GPIO</Menu.Sub.Item>
					</Menu.Sub.Target>
					<Menu.Sub.Dropdown className={styles["gpioMenu"] ?? ""}>
						{freeGpios.map((other) => (
							<Menu.Item key={other} onClick={() => change((d) => changeGpio(d, gpio, other))}>
								{other} <span className={styles["dim"]}>{ownText(other)}</span>
							</Menu.Item>
						))}
					</Menu.Sub.Dropdown>
				</Menu.Sub>
				<Menu.Divider />
				<Menu.Item
					color="red"
					leftSection={<Trash2 size={14} />}
					onClick={() => change((d) => removeTrack(d, gpio))}
				>
					Remove track
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

function ownText(gpio: number): string {
	const name = gpioName(namesStore.getState(), gpio);
	return name === `GPIO ${gpio}` ? "" : name;
}
