import { alternateFunction, type Board, pinOf } from "@gpioscope/logic";
import { Popover } from "@mantine/core";
import { type CSSProperties, useState } from "react";
import { useTraceColour } from "../../stores/dealtColours.ts";
import { styleGpio } from "../../stores/namesStore.ts";
import { LevelBox } from "../../widgets/LevelBox.tsx";
import { useLive } from "../activity/currentBoard.ts";
import { useLevel } from "../activity/liveLevels.ts";
import { usePinRow } from "../activity/usePinRow.ts";
import styles from "./PinHead.module.css";
import { PinSwitches } from "./PinSwitches.tsx";

const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** What else a GPIO can be, in a few words: its hardware outputs and buses by ALT number. */
export function canBeText(gpio: number, board: Board): string | undefined {
	for (const kind of ["pwm", "i2c", "spi", "uart", "clock"] as const) {
		for (let alt = 0; alt < 6; alt++) {
			const found = alternateFunction(gpio, alt, board.processor);
			if (found?.kind === kind) return `ALT${alt} can be ${found.name}`;
		}
	}
	return undefined;
}

/** Name, numbers, lock and level of the selected GPIO. */
export function PinHead({ gpio, board }: { readonly gpio: number; readonly board: Board }) {
	const row = usePinRow(gpio, board);
	const level = useLevel(gpio);
	const live = useLive();
	const pin = pinOf(board, gpio);
	const facts = [`GPIO ${gpio}`, pin && `pin ${pin.pin}`, canBeText(gpio, board)].filter(
		(part) => part !== undefined,
	);
	return (
		<div className={styles["head"]}>
			<ColourBar gpio={gpio} />
			<div className={styles["words"]}>
				<Name gpio={gpio} name={row.name} own={row.named} />
				<div className={styles["facts"]}>{facts.join(" · ")}</div>
			</div>
			<PinSwitches gpio={gpio} />
			<LevelBox level={live ? level : undefined} size={24} />
		</div>
	);
}

function ColourBar({ gpio }: { readonly gpio: number }) {
	const colour = useTraceColour(gpio);
	const [open, setOpen] = useState(false);
	return (
		<Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
			<Popover.Target>
				<button
					type="button"
					className={styles["bar"]}
					style={{ "--trace": `var(--c${colour})` } as CSSProperties}
					aria-label="Colour of the trace"
					onClick={() => setOpen(!open)}
				/>
			</Popover.Target>
			<Popover.Dropdown className={styles["colours"] ?? ""}>
				{colours.map((each) => (
					<button
						key={each}
						type="button"
						className={styles["swatch"]}
						style={{ background: `var(--c${each})` }}
						aria-label={`Colour ${each}`}
						aria-pressed={each === colour}
						onClick={() => {
							styleGpio(gpio, { colour: each });
							setOpen(false);
						}}
					/>
				))}
			</Popover.Dropdown>
		</Popover>
	);
}

function Name({ gpio, name, own }: { readonly gpio: number; readonly name: string; readonly own: boolean }) {
	const [editing, setEditing] = useState(false);
	if (!editing)
		return (
			<button type="button" className={styles["name"]} title="Rename" onClick={() => setEditing(true)}>
				{own ? name : `GPIO ${gpio}`}
			</button>
		);
	return (
		<input
			className={styles["name"]}
			aria-label={`Name of GPIO ${gpio}`}
			placeholder={`GPIO ${gpio}`}
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
			autoFocus
			defaultValue={own ? name : ""}
			maxLength={40}
			onBlur={(event) => {
				styleGpio(gpio, { name: event.currentTarget.value });
				setEditing(false);
			}}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Enter") event.currentTarget.blur();
				if (event.key === "Escape") setEditing(false);
			}}
		/>
	);
}
