import type { Board } from "@gpioscope/logic";
import { styleGpio } from "../../stores/namesStore.ts";
import { usePinRow } from "../activity/usePinRow.ts";
import { AddToScope } from "../inspector/AddToScope.tsx";
import { LastChanges } from "../inspector/LastChanges.tsx";
import { PinSwitches } from "../inspector/PinSwitches.tsx";
import { WatchSection } from "../inspector/WatchSection.tsx";
import styles from "./PinSheet.module.css";

interface Props {
	readonly gpio: number;
	readonly board: Board;
	readonly disabled: boolean;
}

/** What of a pin is needed less often: its name, lock, filters and last changes. */
export function PinMore({ gpio, board, disabled }: Props) {
	const row = usePinRow(gpio, board);
	return (
		<>
			<div className={styles["more"]}>
				<input
					className={styles["rename"]}
					aria-label={`Name of GPIO ${gpio}`}
					placeholder={`Name of GPIO ${gpio}`}
					defaultValue={row.named ? row.name : ""}
					maxLength={40}
					onBlur={(event) => styleGpio(gpio, { name: event.currentTarget.value })}
					onKeyDown={(event) => {
						event.stopPropagation();
						if (event.key === "Enter") event.currentTarget.blur();
					}}
				/>
				<PinSwitches gpio={gpio} touch />
			</div>
			<WatchSection gpio={gpio} disabled={disabled} touch />
			<LastChanges gpio={gpio} />
			<AddToScope gpio={gpio} touch />
		</>
	);
}
