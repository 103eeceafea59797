import { type Board, pinOf, wiringPiNumber } from "@gpioscope/logic";
import { Lock } from "lucide-react";
import { styleGpio } from "../../stores/namesStore.ts";
import { selectGpio } from "../../stores/uiStore.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { renamePin, useActivity } from "../activity/pinActivityStore.ts";
import type { Numbering, PinRowModel } from "../model/pinRow.ts";
import { Sparkline } from "../spark/Sparkline.tsx";
import styles from "./PinLabel.module.css";

/** The number of a GPIO in the way chosen. */
export function numberText(gpio: number, numbering: Numbering, board: Board): string {
	if (numbering === "gpio") return `GPIO ${gpio}`;
	const number = numbering === "pin" ? pinOf(board, gpio)?.pin : wiringPiNumber(gpio, board.firstB);
	return `${numbering === "pin" ? "pin" : "wPi"} ${number ?? "–"}`;
}

interface Props {
	readonly row: PinRowModel;
	/** Numbered in the way chosen. */
	readonly number: string;
	readonly side: "left" | "right";
	readonly selected: boolean;
}

/** Number, name, mode, badge and trace of a GPIO in one line; mirrored at the left of the header. */
export function PinLabel({ row, number, side, selected }: Props) {
	const error = useActivity((state) => state.errors[row.gpio]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the cell around it takes the keys
		// biome-ignore lint/a11y/useKeyWithClickEvents: the cell around it takes the keys
		<div
			className={styles["label"]}
			data-side={side}
			data-selected={selected || undefined}
			onClick={() => selectGpio(row.gpio)}
			onDoubleClick={() => renamePin(row.gpio)}
		>
			<span className={styles["number"]}>{number}</span>
			<PinName row={row} />
			{error === undefined ? (
				<>
					<span className={styles["mode"]}>
						{row.locked && <Lock size={12} />}
						<span>{row.direction}</span>
						{row.badge !== undefined && (
							<Chip tone={row.badge.tone} title={row.badge.title}>
								{row.badge.text}
							</Chip>
						)}
					</span>
					<span className={styles["gap"]} />
					<Sparkline gpio={row.gpio} />
				</>
			) : (
				<span className={styles["error"]} title={error} role="alert">
					{error}
				</span>
			)}
		</div>
	);
}

/** The name of a GPIO, or the field in which it is typed. */
export function PinName({ row }: { readonly row: PinRowModel }) {
	const renaming = useActivity((state) => state.renaming === row.gpio);
	if (!renaming)
		return (
			<span className={styles["name"]} data-own={row.named} title={row.name}>
				{row.name}
			</span>
		);
	return (
		<input
			className={styles["rename"]}
			aria-label={`Name of GPIO ${row.gpio}`}
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
			autoFocus
			defaultValue={row.named ? row.name : ""}
			maxLength={40}
			onClick={(event) => event.stopPropagation()}
			onBlur={() => renamePin(undefined)}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Enter") styleGpio(row.gpio, { name: event.currentTarget.value });
				if (event.key === "Enter" || event.key === "Escape") renamePin(undefined);
			}}
		/>
	);
}
