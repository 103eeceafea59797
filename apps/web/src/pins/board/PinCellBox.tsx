// biome-ignore-all lint/a11y/useSemanticElements: an interactive grid of divs, as WAI-ARIA describes it
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { Board, HeaderPin } from "@gpioscope/logic";
import { padClassOfGpio } from "@gpioscope/logic";
import type { CSSProperties, KeyboardEvent, ReactNode } from "react";
import { useLive } from "../activity/currentBoard.ts";
import { usePinRow } from "../activity/usePinRow.ts";
import type { PinRowModel } from "../model/pinRow.ts";
import styles from "./BoardHeader.module.css";
import { handlePinKey } from "./handlePinKey.ts";
import { Pad, PowerPad } from "./Pad.tsx";
import { QuestionPopover } from "./QuestionPopover.tsx";
import { usePadGestures } from "./usePadGestures.ts";

/** Where a cell stands and how it is reached by keys. */
export interface CellPlace {
	readonly style: CSSProperties;
	readonly side: "left" | "right" | "above" | "below";
	readonly tabbable: boolean;
	readonly dimmed: boolean;
	readonly selected: boolean;
	readonly onMove: (event: KeyboardEvent<HTMLElement>) => void;
	readonly onFocus: () => void;
}

interface GpioProps {
	readonly pin: number;
	readonly gpio: number;
	readonly board: Board;
	readonly place: CellPlace;
	readonly label: (row: PinRowModel) => ReactNode;
}

/** A GPIO's cell of the header: label, pin number and pad, one thing for keys and screen readers. */
export function GpioCell({ pin, gpio, board, place, label }: GpioProps) {
	const row = usePinRow(gpio, board);
	const live = useLive();
	const { held, handlers } = usePadGestures(gpio);
	return (
		<div
			role="gridcell"
			className={styles["cell"]}
			data-side={place.side}
			data-dimmed={place.dimmed || undefined}
			data-gpio={gpio}
			data-pin={pin}
			style={place.style}
			tabIndex={place.tabbable ? 0 : -1}
			aria-label={row.spoken}
			aria-selected={place.selected}
			onFocus={place.onFocus}
			onKeyDown={(event) => {
				handlePinKey(event, gpio);
				place.onMove(event);
			}}
		>
			{label(row)}
			<span className={styles["pinNumber"]} data-first={pin === 1 || undefined}>
				{pin}
			</span>
			<QuestionPopover gpio={gpio} place="pad">
				<span className={styles["padBox"]} {...handlers}>
					<Pad
						gpio={gpio}
						padClass={padClassOfGpio(gpio, board)}
						live={live}
						selected={place.selected}
						locked={row.locked}
						held={held}
					/>
				</span>
			</QuestionPopover>
		</div>
	);
}

const powerNames = { "3v3": "3.3 V power", "5v": "5 V power", ground: "Ground" } as const;

/** A power or ground pin's cell: only told, never acted on. */
export function PowerCell({
	pin,
	place,
}: {
	readonly pin: Exclude<HeaderPin, { kind: "gpio" }>;
	readonly place: Pick<CellPlace, "style" | "side" | "dimmed">;
}) {
	return (
		<div
			role="gridcell"
			tabIndex={-1}
			className={styles["cell"]}
			data-side={place.side}
			data-dimmed={place.dimmed || undefined}
			style={place.style}
			aria-label={`Pin ${pin.pin}, ${powerNames[pin.kind]}`}
		>
			<span className={styles["powerLabel"]} data-first={pin.pin === 1 || undefined}>
				{powerNames[pin.kind]}
			</span>
			<span className={styles["pinNumber"]} data-first={pin.pin === 1 || undefined}>
				{pin.pin}
			</span>
			<span className={styles["padBox"]}>
				<PowerPad kind={pin.kind} />
			</span>
		</div>
	);
}
