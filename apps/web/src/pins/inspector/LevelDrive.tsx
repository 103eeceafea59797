import { outputMode } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { Segments } from "../../widgets/Segments.tsx";
import { useLive } from "../activity/currentBoard.ts";
import { useLevel } from "../activity/liveLevels.ts";
import { requestChange } from "../activity/pinGestures.ts";
import { HoldButton } from "./HoldButton.tsx";
import styles from "./inspector.module.css";

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}

/** A plain level on a GPIO. */
export function LevelDrive({ gpio, disabled, touch = false }: Props) {
	const facts = usePin(gpio);
	const level = useLevel(gpio);
	const live = useLive();
	const isPlain = facts?.mode === outputMode && facts.drive.kind === "level";
	return (
		<>
			<Segments
				label="Level"
				segments={[
					{ value: "low", label: "Low" },
					{ value: "high", label: "High" },
				]}
				value={!isPlain || !live || level === undefined ? undefined : level === 1 ? "high" : "low"}
				disabled={disabled}
				size={touch ? "touch" : "normal"}
				onPick={(picked) =>
					requestChange("inspector", {
						command: "write",
						args: { gpio, level: picked === "high" ? 1 : 0 },
					})
				}
			/>
			{!touch && (
				<>
					<div className={styles["buttons"]}>
						<HoldButton gpio={gpio} disabled={disabled} />
					</div>
					<p className={styles["note"]}>{hint(facts?.mode === outputMode, isPlain)}</p>
				</>
			)}
		</>
	);
}

function hint(isOutput: boolean, isPlain: boolean): string {
	if (isPlain)
		return "Click its pad or press T to toggle it; hold the pad or the button for a moment's change.";
	return isOutput
		? "Writing a level stops what drives this pin now."
		: "Writing a level makes this pin an output.";
}
