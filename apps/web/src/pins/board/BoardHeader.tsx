// biome-ignore-all lint/a11y/useSemanticElements: an interactive grid of divs, as WAI-ARIA describes it
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { Board, Header, HeaderPin } from "@gpioscope/logic";
import { type CSSProperties, useRef, useState } from "react";
import { useStore } from "zustand";
import { useUi } from "../../stores/hooks.ts";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { matchesPin } from "../model/findPin.ts";
import { usualName } from "../model/pinRow.ts";
import { usePinsView } from "../pinsViewStore.ts";
import { BoardDrawing } from "./BoardDrawing.tsx";
import styles from "./BoardHeader.module.css";
import { cellOfPin, liesAcross, neighbour, turnCell } from "./boardGeometry.ts";
import { PhonePinLabel } from "./PhonePinLabel.tsx";
import { type CellPlace, GpioCell, PowerCell } from "./PinCellBox.tsx";
import { numberText, PinLabel } from "./PinLabel.tsx";
import { TiltedPinLabel } from "./TiltedPinLabel.tsx";

interface Props {
	readonly board: Board;
	readonly header: Header;
	/** px between two pins. */
	readonly pitch: number;
	/** Narrow labels in two lines and no traces. */
	readonly compact: boolean;
	/** Name on the silk when it is not the main header. */
	readonly title?: string;
}

/** Room above the plastic, for the words on the board and its rim, in px; the style sheet has it, too. */
const MARGIN = 26;

/** What a header takes above its rows of pins and below them, in px. */
export const HEADER_EXTRA = 55;

/** One pin header drawn as it lies on the desk, with every pin's label beside it. */
export function BoardHeader({ board, header, pitch, compact, title }: Props) {
	const { query, numbering, chosenTurns } = usePinsView((state) => ({
		query: state.query,
		numbering: state.numbering,
		chosenTurns: state.quarterTurns,
	}));
	// A phone has no room for a header across: there the board turns by halves.
	const quarterTurns = compact ? (chosenTurns >= 2 ? 2 : 0) : chosenTurns;
	const selectedGpio = useUi((state) => state.selectedGpio);
	const names = useStore(namesStore);
	const grid = useRef<HTMLDivElement>(null);
	const firstGpio = header.pins.find((pin) => pin.kind === "gpio")?.pin ?? 1;
	const [current, setCurrent] = useState(firstGpio);
	const rows = Math.ceil(header.pins.length / 2);
	const across = liesAcross(quarterTurns);

	const move = (pin: number, key: string): boolean => {
		const isGpio = (each: number): boolean => header.pins[each - 1]?.kind === "gpio";
		const next = neighbour(pin, key, header.pins.length, quarterTurns, isGpio);
		if (next === pin) return key.startsWith("Arrow");
		grid.current?.querySelector<HTMLElement>(`[data-pin="${next}"]`)?.focus();
		return true;
	};

	const placeOf = (pin: HeaderPin): CellPlace => {
		const at = turnCell(cellOfPin(pin.pin), rows, quarterTurns);
		const isFirst = across ? at.row === 0 : at.column === 0;
		const found =
			pin.kind !== "gpio"
				? query === ""
				: matchesPin(query, pin.gpio, ownName(names, pin.gpio) ?? usualName(pin.gpio, board), board);
		return {
			side: across ? (isFirst ? "above" : "below") : isFirst ? "left" : "right",
			style: { "--at": `${(across ? at.column : at.row) * pitch}px` } as CSSProperties,
			tabbable: pin.pin === current,
			dimmed: !found,
			selected: pin.kind === "gpio" && pin.gpio === selectedGpio,
			onFocus: () => setCurrent(pin.pin),
			onMove: (event) => {
				if (event.defaultPrevented || event.target !== event.currentTarget) return;
				if (move(pin.pin, event.key)) event.preventDefault();
			},
		};
	};

	const cellOf = (pin: HeaderPin) => {
		const place = placeOf(pin);
		if (pin.kind !== "gpio") return <PowerCell key={pin.pin} pin={pin} place={place} />;
		const number = numberText(pin.gpio, numbering, board);
		return (
			<GpioCell
				key={pin.pin}
				pin={pin.pin}
				gpio={pin.gpio}
				board={board}
				place={place}
				label={(row) =>
					compact ? (
						<PhonePinLabel row={row} number={number} selected={place.selected} />
					) : across ? (
						<TiltedPinLabel row={row} number={number} selected={place.selected} />
					) : (
						<PinLabel
							row={row}
							number={number}
							side={place.side === "left" ? "left" : "right"}
							selected={place.selected}
						/>
					)
				}
			/>
		);
	};

	const size = {
		"--pitch": `${pitch}px`,
		"--pad-size": `${Math.round(pitch * 0.54)}px`,
		"--length": `${rows * pitch}px`,
	} as CSSProperties;
	return (
		<div
			className={styles["header"]}
			data-across={across || undefined}
			data-compact={compact || undefined}
			style={size}
		>
			<div className={styles["drawingBox"]}>
				<BoardDrawing
					rows={rows}
					pitch={pitch}
					quarterTurns={quarterTurns}
					title={title}
					margin={MARGIN}
					compact={compact}
				/>
			</div>
			<div
				ref={grid}
				role="grid"
				aria-label={`Pin header ${header.name}, ${board.name}`}
				className={styles["grid"]}
			>
				{Array.from({ length: rows }, (_, row) => header.pins.slice(row * 2, row * 2 + 2)).map((pair) => (
					<div role="row" key={pair[0]?.pin} className={styles["row"]}>
						{pair.map(cellOf)}
					</div>
				))}
			</div>
		</div>
	);
}
