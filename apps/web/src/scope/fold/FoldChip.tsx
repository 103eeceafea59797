import { groupDigits } from "@gpioscope/logic";
import { Tooltip } from "@mantine/core";
import { FoldHorizontal, X } from "lucide-react";
import { useStore } from "zustand";
import { ActionIconButton } from "../../actions/ActionIconButton.tsx";
import { channelsStore } from "../lanes/channelsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import styles from "./fold.module.css";
import { foldAction } from "./foldActions.ts";
import { foldChoice, foldChoices, foldStore } from "./foldStore.ts";
import { ThresholdField } from "./ThresholdField.tsx";

/** `Idle over 10 ms collapsed`: that idle time is collapsed, and from which length on; nothing while it is not. */
export function FoldChip() {
	useStore(foldChoices);
	useStore(channelsStore, (state) => state.key);
	const count = useStore(foldStore, (state) => state.breaks.length);
	const isPaused = useStore(scopeStore, (state) => state.mode === "paused");
	const choice = foldChoice();
	if (choice?.isOn !== true) return null;
	return (
		<fieldset className={styles["chip"]} aria-label="Collapsed idle time">
			<Tooltip label={stateText(count, isPaused)} multiline maw={320}>
				<span className={styles["words"]}>
					<FoldHorizontal size={14} />
					<span>Idle over</span>
				</span>
			</Tooltip>
			<ThresholdField />
			<ActionIconButton action={foldAction} icon={X} label="Show all time" />
		</fieldset>
	);
}

/** What is collapsed now, or why nothing is. */
function stateText(count: number, isPaused: boolean): string {
	if (!isPaused)
		return "Live and play show time as it passes. Idle time is collapsed while the view stands still.";
	if (count === 0) return "No lane on screen is idle for so long.";
	const stretches = count === 1 ? "1 idle stretch is" : `${groupDigits(count, 0)} idle stretches are`;
	return `${stretches} collapsed. Click a band to open it. Times and measurements stay real.`;
}
