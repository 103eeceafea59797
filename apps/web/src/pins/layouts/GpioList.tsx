// biome-ignore-all lint/a11y/useSemanticElements: an interactive grid of divs, as WAI-ARIA describes it
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { Board } from "@gpioscope/logic";
import { type KeyboardEvent, useRef } from "react";
import { useStore } from "zustand";
import { useUi } from "../../stores/hooks.ts";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { matchesPin } from "../model/findPin.ts";
import { usualName } from "../model/pinRow.ts";
import { usePinsView } from "../pinsViewStore.ts";
import styles from "./GpioList.module.css";
import { GpioRow } from "./GpioRow.tsx";

interface Props {
	readonly board: Board;
	readonly compact: boolean;
}

/** Every GPIO of the board in one column, by number; only those found while something is searched. */
export function GpioList({ board, compact }: Props) {
	const query = usePinsView((state) => state.query);
	const names = useStore(namesStore);
	const grid = useRef<HTMLDivElement>(null);
	const selected = useUi((state) => state.selectedGpio);
	const shown = board.gpios.filter((gpio) =>
		matchesPin(query, gpio, ownName(names, gpio) ?? usualName(gpio, board), board),
	);
	if (shown.length === 0) return <EmptyNote>No GPIO answers to “{query}”.</EmptyNote>;
	const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		const rows = [...(grid.current?.querySelectorAll<HTMLElement>("[data-gpio]") ?? [])];
		const index = rows.findIndex((row) => row.matches(":focus"));
		if (index < 0) return;
		event.preventDefault();
		rows[index + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
	};
	const tabbable = selected !== undefined && shown.includes(selected) ? selected : shown[0];
	return (
		<div
			ref={grid}
			role="grid"
			aria-label={`GPIOs of ${board.name}`}
			className={styles["list"]}
			data-compact={compact || undefined}
			onKeyDown={onKeyDown}
		>
			{shown.map((gpio) => (
				<GpioRow
					key={gpio}
					gpio={gpio}
					board={board}
					compact={compact}
					selected={gpio === selected}
					tabbable={gpio === tabbable}
				/>
			))}
		</div>
	);
}
