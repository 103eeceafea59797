import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import { channelsStore } from "../lanes/channelsStore.ts";
import { ChoiceRow } from "./ChoiceRow.tsx";
import styles from "./ExportDialog.module.css";

interface Props {
	/** Those on screen. */
	readonly shown: readonly number[];
	readonly chosen: readonly number[];
	readonly onChoose: (channels: readonly number[]) => void;
}

/** Which channels are written: those on screen, all, or any. */
export function ChannelChoice({ shown, chosen, onChoose }: Props) {
	const channels = useStore(channelsStore, (state) => state.channels);
	const [isOpen, setOpen] = useState(false);
	const all = channels.map(({ channel }) => channel);
	const choose = (id: "shown" | "all" | "some"): void => {
		setOpen(id === "some");
		if (id !== "some") onChoose(id === "all" ? all : shown);
	};
	const areShown = chosen.length === shown.length && shown.every((channel) => chosen.includes(channel));
	const chosenId = isOpen ? "some" : areShown ? "shown" : "all";
	return (
		<div>
			<ChoiceRow
				label="Channels"
				choices={[
					{ id: "shown", label: "On screen", detail: String(shown.length), isDisabled: shown.length === 0 },
					{ id: "all", label: "All", detail: String(all.length) },
					{ id: "some", label: "Choose…", detail: isOpen ? String(chosen.length) : "" },
				]}
				chosen={chosenId}
				onChoose={choose}
			/>
			{isOpen && (
				<fieldset className={styles["channels"]} aria-label="Channels to write">
					{channels.map(({ channel, name }) => (
						<Checkbox
							key={channel}
							size="xs"
							label={name}
							checked={chosen.includes(channel)}
							onChange={(event) => {
								const wanted = new Set(chosen);
								if (event.currentTarget.checked) wanted.add(channel);
								else wanted.delete(channel);
								onChoose(all.filter((one) => wanted.has(one)));
							}}
						/>
					))}
				</fieldset>
			)}
		</div>
	);
}
