import { Lock } from "lucide-react";
import { selectGpio } from "../../stores/uiStore.ts";
import { useActivity } from "../activity/pinActivityStore.ts";
import type { PinRowModel } from "../model/pinRow.ts";
import styles from "./PhonePinLabel.module.css";

interface Props {
	readonly row: PinRowModel;
	readonly number: string;
	readonly selected: boolean;
}

/** Name over number and mode, for a narrow screen. */
export function PhonePinLabel({ row, number, selected }: Props) {
	const error = useActivity((state) => state.errors[row.gpio]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys
		// biome-ignore lint/a11y/useKeyWithClickEvents: the cell around it takes the keys
		<div
			className={styles["label"]}
			data-selected={selected || undefined}
			onClick={() => selectGpio(selected ? undefined : row.gpio)}
		>
			<span className={styles["name"]} data-own={row.named}>
				{row.name}
			</span>
			{error === undefined ? (
				<span className={styles["line"]}>
					{row.locked && <Lock size={10} aria-label="locked" />} {number} ·{" "}
					{row.badge === undefined ? row.direction : <b data-tone={row.badge.tone}>{row.badge.text}</b>}
				</span>
			) : (
				<span className={styles["error"]} role="alert">
					{error}
				</span>
			)}
		</div>
	);
}
