import { useMemo } from "react";
import { useStore } from "zustand";
import { pinsStore } from "../../stores/pinsStore.ts";
import { linesInUse } from "../linesInUse.ts";
import { useBoard } from "../useBoard.ts";
import { spiActivity } from "./spiActivity.ts";
import { gpiosOf } from "./spiCalls.ts";
import type { SpiSetup } from "./spiSettings.ts";

const UNITS = { main: 0, auxiliary: 1, bitBang: undefined } as const;

/** What would stop if SPI were opened as set up; nothing while this page has those lines already. */
export function useSpiWarnings(setup: SpiSetup): readonly string[] {
	const open = useStore(spiActivity, (state) => state.open);
	const pins = useStore(pinsStore, (state) => state.pins);
	const board = useBoard();
	return useMemo(() => {
		if (board === undefined) return [];
		const own = new Set(open === undefined ? [] : gpiosOf(open.setup));
		const others = gpiosOf(setup).filter((gpio) => !own.has(gpio));
		const unit = UNITS[setup.of];
		return linesInUse(others, pins, board.processor, (found) => found.kind === "spi" && found.unit === unit);
	}, [board, open, pins, setup]);
}
