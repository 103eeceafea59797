// biome-ignore-all lint/a11y/useSemanticElements: an interactive grid of divs, as WAI-ARIA describes it
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import type { Board } from "@gpioscope/logic";
import { type KeyboardEvent, useRef } from "react";
import { useUi } from "../../stores/hooks.ts";
import { GpioRow } from "./GpioRow.tsx";

interface Props {
	readonly label: string;
	readonly board: Board;
	/** At least one. */
	readonly gpios: readonly number[];
	readonly compact: boolean;
}

/** GPIOs in one column, one row each; arrow keys walk them. */
export function GpioGrid({ label, board, gpios, compact }: Props) {
	const grid = useRef<HTMLDivElement>(null);
	const selected = useUi((state) => state.selectedGpio);
	const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		const rows = [...(grid.current?.querySelectorAll<HTMLElement>("[data-gpio]") ?? [])];
		const index = rows.findIndex((row) => row.matches(":focus"));
		if (index < 0) return;
		event.preventDefault();
		rows[index + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
	};
	const tabbable = selected !== undefined && gpios.includes(selected) ? selected : gpios[0];
	return (
		<div ref={grid} role="grid" aria-label={label} onKeyDown={onKeyDown}>
			{gpios.map((gpio) => (
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
