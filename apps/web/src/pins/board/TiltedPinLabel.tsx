import { selectGpio } from "../../stores/uiStore.ts";
import { renamePin, useActivity } from "../activity/pinActivityStore.ts";
import type { PinRowModel } from "../model/pinRow.ts";
import { PinName } from "./PinLabel.tsx";
import styles from "./TiltedPinLabel.module.css";

interface Props {
	readonly row: PinRowModel;
	readonly number: string;
	readonly selected: boolean;
}

/** A pin's label at 45 degrees, for a header that lies across the screen. */
export function TiltedPinLabel({ row, number, selected }: Props) {
	const error = useActivity((state) => state.errors[row.gpio]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys
		// biome-ignore lint/a11y/useKeyWithClickEvents: the cell around it takes the keys
		<div
			className={styles["label"]}
			data-selected={selected || undefined}
			onClick={() => selectGpio(row.gpio)}
			onDoubleClick={() => renamePin(row.gpio)}
		>
			<span className={styles["number"]}>{number}</span>
			<span className={styles["name"]}>
				<PinName row={row} />
			</span>
			{error === undefined ? (
				<span className={styles["mode"]}>{row.badge?.text ?? row.direction}</span>
			) : (
				<span className={styles["error"]} role="alert">
					{error}
				</span>
			)}
		</div>
	);
}
