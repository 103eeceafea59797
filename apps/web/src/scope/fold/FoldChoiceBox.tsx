import { Checkbox } from "@mantine/core";
import { useStore } from "zustand";
import { channelsStore } from "../lanes/channelsStore.ts";
import { foldAction } from "./foldActions.ts";
import { toggleFold } from "./foldNow.ts";
import { foldChoice, foldChoices } from "./foldStore.ts";
import { ThresholdField } from "./ThresholdField.tsx";

interface Props {
	/** Where there is no chip beside the traces. */
	readonly withThreshold: boolean;
}

/** Whether idle time is collapsed, among the choices of what is shown. */
export function FoldChoiceBox({ withThreshold }: Props) {
	useStore(foldChoices);
	useStore(channelsStore, (state) => state.key);
	const isOn = foldChoice()?.isOn === true;
	return (
		<>
			<Checkbox
				size="xs"
				label="Collapse idle time"
				title={foldAction.summary}
				checked={isOn}
				onChange={toggleFold}
			/>
			{isOn && withThreshold && <ThresholdField />}
		</>
	);
}
